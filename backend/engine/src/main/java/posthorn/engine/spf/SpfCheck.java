package posthorn.engine.spf;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.spf.SpfFacts.Published;

/// Who may send mail for a domain (RFC 7208).
public final class SpfCheck {

    private SpfCheck() {}

    /// The check, its rules in the order of a report.
    public static Check<Target, SpfFacts> check() {
        return new Check<>(
                "spf",
                new SpfProbe(),
                SpfCheck::records,
                List.of(
                        new Unreached(),
                        new Missing(),
                        new Multiple(),
                        new NearMiss(),
                        new WrongName(),
                        new Syntax(),
                        new StringSeam(),
                        new EverybodyPasses(),
                        new LookupLimit(),
                        new Loop(),
                        new BrokenTarget(),
                        new ExpiredTarget(),
                        new VoidLimit(),
                        new MxLimit(),
                        new IgnoredModifier(),
                        new NeverReached(),
                        new RecordEnd(),
                        new Ranges(),
                        new ClientNameTerms(),
                        new Dynamic(),
                        new SharedProvider(),
                        new OwnHosts(),
                        new ProviderMissing(),
                        new AnswerSize(),
                        new AbandonedForms(),
                        SpfCheck::expansion),
                SpfCheck::ok);
    }

    private static List<String> records(SpfFacts facts) {
        return switch (facts) {
            case Published published -> List.of(published.record().text());
            case SpfFacts.Several several -> several.records();
            case SpfFacts.Absent _, SpfFacts.Unreachable _ -> List.of();
        };
    }

    private static List<Finding> ok(SpfFacts facts) {
        return facts instanceof Published published
                ? List.of(counted(info("spf.ok", published.domain()), published))
                : List.of();
    }

    /// The whole tree, for the page that shows it; always there when there is one record.
    private static List<Finding> expansion(SpfFacts facts) {
        return facts instanceof Published published ? List.of(expanded(published)) : List.of();
    }

    private static Finding expanded(Published facts) {
        var coverage = Coverage.of(facts.expansion());
        var finding =
                counted(info("spf.expansion", facts.domain()), facts)
                        .with("voids", facts.expansion().voids().size());
        for (var count : coverage.counts().entrySet()) {
            finding = finding.with(count.getKey(), count.getValue());
        }
        return finding.with("tree", facts.expansion().evidence(coverage));
    }

    private static Finding counted(Finding finding, Published facts) {
        return finding.with("record", facts.record().text())
                .with("lookups", facts.expansion().lookups())
                .with("limit", LookupLimit.LIMIT);
    }
}
