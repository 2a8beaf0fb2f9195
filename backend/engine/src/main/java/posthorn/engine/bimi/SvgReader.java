package posthorn.engine.bimi;

import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import posthorn.engine.bimi.SvgLogo.Fault;
import posthorn.engine.bimi.SvgLogo.Kind;

/// Reads one logo. The text comes from strangers: no document type is read, nothing outside is
/// opened, and neither depth nor what is kept has no end.
final class SvgReader {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final int DEEPEST = 64;
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST = 100;

    private static final Set<String> SCRIPTS = Set.of("script", "handler", "listener");
    private static final Set<String> ANIMATIONS =
            Set.of(
                    "animate",
                    "animatecolor",
                    "animatemotion",
                    "animatetransform",
                    "animation",
                    "set",
                    "mpath",
                    "discard");
    private static final Set<String> IMAGES =
            Set.of("image", "feimage", "video", "audio", "foreignobject");

    /// The elements of SVG Tiny 1.2 that show something or explain it.
    private static final Set<String> KNOWN =
            Set.of(
                    "svg",
                    "title",
                    "desc",
                    "metadata",
                    "defs",
                    "g",
                    "use",
                    "path",
                    "rect",
                    "circle",
                    "ellipse",
                    "line",
                    "polyline",
                    "polygon",
                    "text",
                    "textarea",
                    "tspan",
                    "tbreak",
                    "lineargradient",
                    "radialgradient",
                    "solidcolor",
                    "stop",
                    "font",
                    "font-face",
                    "font-face-src",
                    "font-face-uri",
                    "glyph",
                    "hkern",
                    "missing-glyph");

    private static final Pattern URL = Pattern.compile("(?i)url\\(\\s*+['\"]?+\\s*+(?!['\"#\\s])");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(?:px)?");

    private final List<Fault> faults = new ArrayList<>();
    private final StringBuilder title = new StringBuilder();
    private boolean hasTitle;
    private boolean inTitle;
    private int depth;
    private Optional<SvgLogo.Sides> sides = Optional.empty();

    SvgLogo read(String octets) {
        try {
            var reader = factory().createXMLStreamReader(SvgText.of(octets));
            while (reader.hasNext() && depth <= DEEPEST && !has(Kind.NOT_SVG)) {
                event(reader, reader.next());
            }
            if (depth > DEEPEST) {
                fault(Kind.TOO_DEEP, String.valueOf(DEEPEST));
            } else if (!hasTitle && !has(Kind.NOT_SVG)) {
                fault(Kind.NO_TITLE, "title");
            }
        } catch (XMLStreamException e) {
            fault(Kind.NOT_XML, "line " + line(e));
        } catch (CharacterCodingException e) {
            fault(Kind.NOT_XML, "encoding");
        } catch (MissingResourceException e) { // Java has no words for some bad document types
            fault(Kind.NOT_XML, "DOCTYPE");
        }
        var text = title.toString().strip();
        return new SvgLogo(faults, hasTitle ? Optional.of(text) : Optional.empty(), sides);
    }

    private static int line(XMLStreamException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
        return factory;
    }

    private void event(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(reader);
            case XMLStreamConstants.END_ELEMENT -> end();
            case XMLStreamConstants.DTD -> fault(Kind.DOCUMENT_TYPE, "DOCTYPE");
            case XMLStreamConstants.ENTITY_REFERENCE -> fault(Kind.NOT_XML, "entity");
            case XMLStreamConstants.PROCESSING_INSTRUCTION -> instruction(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(reader);
            default -> {}
        }
    }

    private void instruction(XMLStreamReader reader) {
        if ("xml-stylesheet".equals(reader.getPITarget())) {
            fault(Kind.REFERENCE, "xml-stylesheet");
        }
    }

    private void text(XMLStreamReader reader) {
        if (inTitle && title.length() < LONGEST) {
            title.append(shortened(reader.getText()));
        }
    }

    private void end() {
        inTitle = false;
        depth--;
    }

    private void start(XMLStreamReader reader) {
        depth++;
        if (depth == 1) {
            root(reader);
        } else {
            element(reader);
        }
        boolean isImage = IMAGES.contains(reader.getLocalName().toLowerCase(Locale.ROOT));
        for (int i = 0; i < reader.getAttributeCount() && !isImage; i++) {
            attribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    private void root(XMLStreamReader root) {
        if (!root.getLocalName().equals("svg") || !isSvg(root)) {
            faults.clear();
            fault(Kind.NOT_SVG, root.getLocalName());
            return;
        }
        if (!value(root, "version").equals("1.2")) {
            fault(Kind.VERSION, "version=" + value(root, "version"));
        }
        if (!value(root, "baseProfile").equals("tiny-ps")) {
            fault(Kind.BASE_PROFILE, "baseProfile=" + value(root, "baseProfile"));
        }
        for (var name : List.of("x", "y")) {
            if (root.getAttributeValue(null, name) != null) {
                fault(Kind.POSITION, name);
            }
        }
        sides = sides(root);
    }

    private static boolean isSvg(XMLStreamReader reader) {
        return NAMESPACE.equals(reader.getNamespaceURI());
    }

    private static String value(XMLStreamReader reader, String attribute) {
        var value = reader.getAttributeValue(null, attribute);
        return value == null ? "" : value.strip();
    }

    private static Optional<SvgLogo.Sides> sides(XMLStreamReader root) {
        var box = value(root, "viewBox").split("[\\s,]+", -1);
        return box.length == 4
                ? sides(box[2], box[3])
                : sides(value(root, "width"), value(root, "height"));
    }

    private static Optional<SvgLogo.Sides> sides(String width, String height) {
        var wide = NUMBER.matcher(width);
        var high = NUMBER.matcher(height);
        return wide.matches() && high.matches()
                ? Optional.of(
                        new SvgLogo.Sides(
                                Double.parseDouble(wide.group(1)),
                                Double.parseDouble(high.group(1))))
                : Optional.empty();
    }

    private void element(XMLStreamReader reader) {
        var name = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (depth == 2 && name.equals("title") && isSvg(reader)) {
            hasTitle = true;
            inTitle = true;
        } else if (SCRIPTS.contains(name)) {
            fault(Kind.SCRIPT, reader.getLocalName());
        } else if (!isSvg(reader)) {
            return; // what drawing programs note for themselves
        } else if (ANIMATIONS.contains(name)) {
            fault(Kind.ANIMATION, reader.getLocalName());
        } else if (IMAGES.contains(name)) {
            fault(Kind.IMAGE, reader.getLocalName());
        } else if (!KNOWN.contains(name)) {
            fault(Kind.ELEMENT, reader.getLocalName());
        }
    }

    private void attribute(String attribute, String value) {
        var name = attribute.toLowerCase(Locale.ROOT);
        boolean isLink = name.equals("href") || name.equals("src");
        if (isLink && !value.strip().startsWith("#") && !value.isBlank()) {
            fault(Kind.REFERENCE, attribute + "=" + value);
        } else if (URL.matcher(value).find()) {
            fault(Kind.REFERENCE, attribute + "=" + value);
        } else if (name.length() > 2 && name.startsWith("on")) {
            fault(Kind.SCRIPT, attribute);
        }
    }

    private boolean has(Kind kind) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind);
    }

    private void fault(Kind kind, String where) {
        var fault = new Fault(kind, shortened(where));
        if ((faults.size() < MOST_FAULTS || !has(kind)) && !faults.contains(fault)) {
            faults.add(fault);
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
