package posthorn.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.check.CheckResult;
import posthorn.engine.check.Finding;
import posthorn.engine.check.RecordChange;
import posthorn.engine.check.Remedies;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Severity;
import posthorn.engine.mask.HostedZone;
import posthorn.engine.mask.Masks;
import posthorn.engine.mask.ZoneLine;
import posthorn.engine.outside.DnsName;
import posthorn.engine.text.Texts;

/// The report about one domain for people.
final class CheckReport {

    private static final int WORD = 10;
    private static final int RECORD = 160;
    private static final int VALUE = 120;

    private final Page page;
    private final Messages messages;
    private final Texts texts;
    private final ServerAdvice advice;

    private final List<Finding> report;
    private final Optional<HostedZone> hosted;

    private CheckReport(
            Page page, ServerAdvice advice, List<Finding> report, Optional<HostedZone> hosted) {
        this.page = page;
        this.advice = advice;
        this.report = report;
        this.hosted = hosted;
        this.messages = page.messages();
        this.texts = Texts.in(messages.locale());
    }

    /// All about a domain.
    ///
    /// @param mask the id of the mask for records, `auto` for that of the zone's host, empty for
    ///   none
    static void print(Page page, CheckVerb.DomainOutcome domain, String mask, ServerAdvice advice) {
        var findings =
                domain.results().stream().flatMap(result -> result.findings().stream()).toList();
        var told = HostedZone.of(domain.target().domain(), findings);
        var hosted =
                mask.isEmpty()
                        ? Optional.<HostedZone>empty()
                        : Optional.of(Masks.builtIn().find(mask).map(told::in).orElse(told));
        new CheckReport(page, advice, findings, hosted).print(domain);
    }

    /// Only the findings of a check.
    static void findings(Page page, CheckResult result) {
        var none = new ServerAdvice(Set.of(), DnsName.ROOT, page.messages().locale());
        var report = new CheckReport(page, none, result.findings(), Optional.empty());
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
        Remedies.of(finding, report).forEach(this::change);
        ServerAdvice.print(page, 2 + WORD, advice.of(finding));
        evidence(finding, String.join("\n", sentence, why, fix, String.join("\n", records)));
    }

    private void paragraph(String text, Page.Ink ink) {
        if (!text.isEmpty()) {
            page.text(2 + WORD, text, ink);
        }
    }

    /// In the form of a DNS host where one is asked for, or else as lines of a zone file.
    private void change(RecordChange change) {
        var form = hosted.map(zone -> new MaskFields(zone, page, 4 + WORD));
        for (var remedy : change.remedies()) {
            if (remedy instanceof Remedy.Remove) {
                line("remedy.remove", remedy);
            }
        }
        if (change.published().isEmpty()) {
            return;
        }
        page.text(2 + WORD, messages.say("remedy.publish"), Page.Ink.PLAIN);
        if (form.isEmpty() || !form.get().print(change)) {
            change.remedies().stream()
                    .filter(Remedy.Publish.class::isInstance)
                    .forEach(remedy -> page.copy(4 + WORD, ZoneLine.of(remedy)));
        }
    }

    private void line(String key, Remedy remedy) {
        page.text(2 + WORD, messages.say(key), Page.Ink.PLAIN);
        page.copy(4 + WORD, ZoneLine.of(remedy));
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
