package posthorn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.RecordType;
import posthorn.engine.text.Texts;

/// The report about one domain for people.
final class CheckReport {

    private static final int STRING = 255;
    private static final int WORD = 10;
    private static final int RECORD = 160;
    private static final int VALUE = 120;

    private final Page page;
    private final Messages messages;
    private final Texts texts;
    private final ServerAdvice advice;

    private CheckReport(Page page, ServerAdvice advice) {
        this.page = page;
        this.advice = advice;
        this.messages = page.messages();
        this.texts = Texts.in(messages.locale());
    }

    /// All about a domain.
    static void print(Page page, CheckVerb.DomainOutcome domain, ServerAdvice advice) {
        new CheckReport(page, advice).print(domain);
    }

    /// Only the findings of a check.
    static void findings(Page page, CheckResult result) {
        var none = new ServerAdvice(Set.of(), DnsName.ROOT, page.messages().locale());
        var report = new CheckReport(page, none);
        result.findings().forEach(finding -> report.finding(finding, result.records()));
    }

    private void print(CheckVerb.DomainOutcome domain) {
        var name = domain.target().domain();
        var unicode = name.unicode();
        var shown = unicode.equals(name.text()) ? unicode : unicode + " (" + name + ")";
        page.head(0, shown, Page.Ink.STRONG, "");
        var verdict = domain.verdict();
        page.item(
                0,
                messages.say("verdict." + verdict),
                Page.Ink.of(verdict),
                messages.say("verdict." + verdict).length() + 2,
                messages.say("verdict." + verdict + ".domain"));
        domain.results().forEach(this::check);
        if (domain.whole()) {
            GradeReport.print(page, domain);
        }
    }

    private void check(CheckResult result) {
        page.blank();
        var verdict = result.verdict();
        var word = messages.say("verdict." + verdict);
        page.head(0, result.kind().toUpperCase(Locale.ROOT), Page.Ink.STRONG, "");
        page.head(2, word, Page.Ink.of(verdict), "");
        result.records().forEach(r -> page.text(2, cut(r, RECORD), Page.Ink.FAINT));
        result.findings().forEach(finding -> finding(finding, result.records()));
    }

    /// What is well needs one sentence; what is not, its meaning and its cure.
    private void finding(Finding finding, List<String> records) {
        var sentence = texts.sentence(finding);
        var word = messages.say("severity." + finding.severity());
        page.item(2, word, Page.Ink.of(finding.severity()), WORD, sentence);
        if (finding.severity() == Severity.INFO) {
            return;
        }
        var why = texts.why(finding).orElse("");
        var fix = texts.fix(finding).orElse("");
        paragraph(why, Page.Ink.FAINT);
        paragraph(fix, Page.Ink.PLAIN);
        finding.remedies().forEach(this::remedy);
        ServerAdvice.print(page, 2 + WORD, advice.of(finding));
        evidence(finding, String.join("\n", sentence, why, fix, String.join("\n", records)));
    }

    private void paragraph(String text, Page.Ink ink) {
        if (!text.isEmpty()) {
            page.text(2 + WORD, text, ink);
        }
    }

    private void remedy(Remedy remedy) {
        switch (remedy) {
            case Remedy.Publish(var name, var type, var value) ->
                    record("remedy.publish", name, type, value);
            case Remedy.Remove(var name, var type, var value) ->
                    record("remedy.remove", name, type, value);
        }
    }

    private void record(String key, DnsName name, RecordType type, String value) {
        page.text(2 + WORD, messages.say(key), Page.Ink.PLAIN);
        var data = type == RecordType.TXT ? strings(value) : value;
        page.copy(4 + WORD, name + ". " + type + " " + data);
    }

    /// The text as the character-strings of a master file.
    private static String strings(String text) {
        var strings = new ArrayList<String>();
        for (int i = 0; i < text.length(); i += STRING) {
            strings.add(MasterText.quoted(text.substring(i, Math.min(text.length(), i + STRING))));
        }
        return String.join(" ", strings);
    }

    /// The values that were not told already.
    private void evidence(Finding finding, String told) {
        var values =
                finding.evidence().entrySet().stream()
                        .filter(e -> !(e.getValue() instanceof Map<?, ?>))
                        .filter(e -> !isNested(e.getValue()))
                        .map(e -> Map.entry(e.getKey(), shown(e.getValue())))
                        .filter(e -> !e.getValue().isEmpty() && !told.contains(e.getValue()))
                        .map(e -> e.getKey() + ": " + cut(e.getValue(), VALUE))
                        .toList();
        if (!values.isEmpty()) {
            page.text(2 + WORD, String.join(" · ", values), Page.Ink.FAINT);
        }
    }

    private static boolean isNested(Object value) {
        return value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance);
    }

    private static String shown(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " […]";
    }
}
