package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import posthorn.engine.server.ServerLines;
import posthorn.engine.text.Texts;

/// `explain CODE…`: what the codes of findings mean; without a code, which there are.
final class ExplainVerb implements Verb<ExplainVerb.Outcome> {

    private static final int ROOM = 34;
    private static final int LABEL = 14;

    /// The codes asked for.
    ///
    /// @param isList whether nobody asked for one in particular
    record Outcome(List<Codes.Code> codes, boolean isList) {
        Outcome {
            codes = List.copyOf(codes);
        }
    }

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public Optional<Option> argument() {
        var names = Codes.all().stream().map(Codes.Code::name).toArray(String[]::new);
        return Optional.of(Option.many("code", "CODE").of(names));
    }

    @Override
    public List<Option> options() {
        return List.of(Option.LANG, Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var all = Codes.all();
        var asked = values.all("code");
        return asked.isEmpty()
                ? new Outcome(all, true)
                : new Outcome(asked.stream().map(name -> code(all, name)).toList(), false);
    }

    private static Codes.Code code(List<Codes.Code> all, String name) {
        return Codes.find(all, name).orElseThrow(() -> unknown(name, Codes.near(all, name)));
    }

    private static UsageError unknown(String name, List<String> near) {
        return near.isEmpty()
                ? UsageError.of("code").with("value", name)
                : UsageError.of("code-near")
                        .with("value", name)
                        .with("near", String.join(", ", near));
    }

    @Override
    public int status(Outcome outcome) {
        return Status.FINE;
    }

    private static Texts.Template template(Codes.Code code, Messages messages) {
        return Texts.in(messages.locale())
                .template(code.name())
                .orElseThrow(() -> new IllegalStateException("no text for " + code.name()));
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("codes", outcome.codes().stream().map(code -> json(code, messages)).toList());
        return json;
    }

    private static Map<String, Object> json(Codes.Code code, Messages messages) {
        var template = template(code, messages);
        var json = new LinkedHashMap<String, Object>();
        json.put("code", code.name());
        json.put("severity", code.severity());
        json.put("condition", code.condition());
        json.put("reference", code.reference());
        json.put("text", template.sentence());
        json.put("why", template.why());
        json.put("fix", template.fix());
        json.put("server", ServerAdvice.json(lines(code, messages)));
        return json;
    }

    @Override
    public void print(Outcome outcome, Page page) {
        for (var code : outcome.codes()) {
            if (outcome.isList()) {
                var sentence = template(code, page.messages()).sentence();
                page.item(0, code.name(), Page.Ink.STRONG, ROOM, sentence);
            } else {
                print(code, page);
            }
        }
    }

    private static void print(Codes.Code code, Page page) {
        var template = template(code, page.messages());
        page.head(0, code.name(), Page.Ink.STRONG, "");
        page.text(2, template.sentence(), Page.Ink.PLAIN);
        part("why", template.why(), page);
        part("fix", template.fix(), page);
        part("severity", code.severity(), page);
        part("condition", code.condition(), page);
        part("reference", code.reference(), page);
        var lines = lines(code, page.messages());
        if (!lines.isEmpty()) {
            part("server", page.messages().say("server.lead"), page);
            ServerAdvice.print(page, 4, lines);
        }
        page.blank();
    }

    private static List<ServerLines> lines(Codes.Code code, Messages messages) {
        return ServerLines.of(code.name(), messages.locale());
    }

    private static void part(String key, String text, Page page) {
        if (!text.isEmpty()) {
            page.item(2, page.messages().say("explain." + key), Page.Ink.FAINT, LABEL, text);
        }
    }
}
