package posthorn.engine.signature;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;

/// Header fields as they may have been before a mail server changed them.
final class HeaderVariants {

    /// One field otherwise than it is.
    ///
    /// @param at its place among the signed fields
    /// @param signed what stands there instead, none or one
    record Variant(int at, FieldChange change, List<HeaderField> signed) {

        static Variant other(int at, HeaderField now, FieldChange.Kind kind, HeaderField signed) {
            var change = new FieldChange(now.name(), kind, now.text(), signed.text());
            return new Variant(at, change, List.of(signed));
        }

        static Variant without(int at, HeaderField now) {
            var change = new FieldChange(now.name(), FieldChange.Kind.ADDED, now.text(), "");
            return new Variant(at, change, List.of());
        }

        void applyTo(List<HeaderField> fields) {
            fields.remove(at);
            fields.addAll(at, signed);
        }
    }

    /// What mail servers put in front of a subject: `[list]`, `***SPAM***`, `Re:`, `EXTERNAL:`.
    private static final Pattern SUBJECT_MARK =
            Pattern.compile(
                    "^(\\[[^\\]]{1,80}\\]|\\*{2,10}[^*]{1,40}\\*{2,10}|[A-Za-z]{2,12}:)[ \t]*");

    private static final List<String> ENCODINGS =
            List.of("7bit", "8bit", "binary", "quoted-printable", "base64");

    private static final int MAX_VARIANTS = 400;
    private static final int MAX_FIELD = 4096;
    private static final int MAX_MARKS = 3;

    private final DkimSignature signature;
    private final HeaderSection header;
    private final List<HeaderField> chosen;
    private final List<Variant> variants = new ArrayList<>();

    HeaderVariants(DkimSignature signature, HeaderSection header, List<HeaderField> chosen) {
        this.signature = signature;
        this.header = header;
        this.chosen = chosen;
    }

    /// All of them, likely ones first.
    List<Variant> all() {
        for (int at = 0; at < chosen.size() && variants.size() < MAX_VARIANTS; at++) {
            var field = chosen.get(at);
            if (field.length() <= MAX_FIELD) {
                texts(at, field);
            }
            variants.add(Variant.without(at, field));
            others(at, field);
        }
        return variants;
    }

    private void texts(int at, HeaderField field) {
        var body = field.rawBody();
        switch (field.name()) {
            case "subject" -> subjects(body).forEach(text -> text(at, field, text));
            case "content-transfer-encoding" ->
                    ENCODINGS.forEach(encoding -> text(at, field, " " + encoding));
            case "content-type", "from", "to", "cc", "reply-to", "sender" ->
                    quotes(body).forEach(text -> text(at, field, text));
            default -> {}
        }
        if (signature.headerCanonicalization() == Canonicalization.SIMPLE) {
            spacings(body).forEach(text -> add(at, field, FieldChange.Kind.SPACING, text));
        }
    }

    /// The subject without what was put in front of it.
    private static Set<String> subjects(String body) {
        var subjects = new LinkedHashSet<String>();
        var rest = body.strip();
        for (int i = 0; i < MAX_MARKS; i++) {
            var mark = SUBJECT_MARK.matcher(rest);
            if (!mark.find()) {
                break;
            }
            rest = rest.substring(mark.end());
            subjects.add(" " + rest);
        }
        return subjects;
    }

    /// With and without quotation marks around a display name or a parameter.
    private static Set<String> quotes(String body) {
        var texts = new LinkedHashSet<String>();
        texts.add(body.replace("\"", ""));
        texts.add(body.replaceFirst("^[ \t]*([^\"<]{1,200}?)[ \t]*<", " \"$1\" <"));
        texts.add(body.replaceAll("=([^\";\\s]{1,100})", "=\"$1\""));
        texts.remove(body);
        return texts;
    }

    private static Set<String> spacings(String body) {
        var texts = new LinkedHashSet<String>();
        texts.add(" " + body.strip());
        texts.add(body.strip());
        texts.add(" " + body.strip().replaceAll("\r\n[ \t]+", " "));
        texts.add(" " + body.strip().replaceAll("\r\n(?=[ \t])", ""));
        texts.add(" " + body.strip().replaceAll("\r\n[ \t]+", "\r\n\t"));
        texts.add(" " + body.strip().replaceAll("\r\n[ \t]+", "\r\n "));
        texts.add(" " + body.strip().replaceAll("[ \t]+", " "));
        texts.remove(body);
        return texts;
    }

    private void text(int at, HeaderField field, String body) {
        if (!body.equals(field.rawBody())) {
            add(at, field, FieldChange.Kind.TEXT, body);
        }
    }

    private void add(int at, HeaderField field, FieldChange.Kind kind, String body) {
        var octets = new String(field.octets(), StandardCharsets.ISO_8859_1);
        var signed = HeaderField.of(octets.substring(0, field.bodyOffset()) + body);
        variants.add(Variant.other(at, field, kind, signed));
    }

    /// Another field of the same name.
    private void others(int at, HeaderField field) {
        header.all(field.name()).stream()
                .filter(other -> other != field && other != signature.field())
                .limit(5)
                .forEach(other ->
                        variants.add(Variant.other(at, field, FieldChange.Kind.ANOTHER, other)));
    }
}
