package posthorn.app.reports;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.app.domains.Domain;
import posthorn.app.monitoring.Observation;
import posthorn.app.monitoring.Status;
import posthorn.app.platform.web.Shown;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.check.Verdict;

/// A domain with what is known of it now.
///
/// @param kinds all checks, in the order of a report
record State(Domain domain, Status status, List<String> kinds) {

    /// The word for what no check has said anything about yet.
    static final String WAITING = "WAITING";

    /// A check found that something optional is not there.
    static final String UNUSED = "UNUSED";

    /// The findings that say so.
    static final Set<String> OPTIONAL =
            Set.of(
                    "bimi.absent",
                    "dane.absent",
                    "dnssec.unsigned",
                    "mtasts.absent",
                    "tlsrpt.absent");

    private static final List<String> WORST_FIRST =
            List.of("FAIL", "WARN", "UNKNOWN", WAITING, "OK", "NOT_APPLICABLE", "PAUSED");

    /// Worst first, then by name.
    static final Comparator<State> WORST =
            Comparator.<State>comparingInt(state -> WORST_FIRST.indexOf(state.listed()))
                    .thenComparing(state -> state.domain().name());

    State {
        kinds = List.copyOf(kinds);
    }

    static DomainName name(Domain domain) {
        return new DomainName(Shown.of(domain.name().unicode()), domain.name().text());
    }

    DomainName name() {
        return name(domain);
    }

    /// The verdict of the whole domain. What is not known makes it no worse than UNKNOWN.
    String verdict() {
        return status.verdict().map(Verdict::name).orElse(WAITING);
    }

    /// Whether checks have run and none of those that apply could say anything.
    boolean isUnseen() {
        return status.open().stream().anyMatch(seen -> seen.verdict() == Verdict.UNKNOWN)
                && status.open().stream()
                        .map(Observation::verdict)
                        .allMatch(v -> v == Verdict.UNKNOWN || v == Verdict.NOT_APPLICABLE);
    }

    /// The word for it in a list.
    String listed() {
        return domain.isPaused() ? "PAUSED" : verdict();
    }

    /// The verdict of one check; while a run is on its way, what that run has said so far.
    String verdict(String kind) {
        var run = status.run();
        var landed =
                status.isRunning() && run != null
                        ? Optional.ofNullable(run.landed().get(kind))
                        : Optional.<Verdict>empty();
        return landed.or(() -> of(kind).map(Observation::verdict))
                .map(Verdict::name)
                .orElse(WAITING);
    }

    /// The word for one check on its tile: something optional that is not used is neither good nor
    /// bad.
    String shown(String kind) {
        var verdict = verdict(kind);
        return verdict.equals(Verdict.OK.name()) && of(kind).filter(State::isUnused).isPresent()
                ? UNUSED
                : verdict;
    }

    private static boolean isUnused(Observation seen) {
        return seen.findings().stream().anyMatch(finding -> OPTIONAL.contains(finding.code()));
    }

    /// The open observation of a check.
    Optional<Observation> of(String kind) {
        return status.open().stream().filter(seen -> seen.kind().equals(kind)).findFirst();
    }

    /// All findings, most harmful first.
    List<Finding> findings() {
        return Cards.byHarm(status.open().stream().flatMap(o -> o.findings().stream()).toList());
    }

    /// The finding that says most about why the verdict is what it is; none when all is well.
    Optional<Finding> worst() {
        var sorted = findings();
        var serious = sorted.stream().filter(f -> f.severity().compareTo(Severity.WARNING) >= 0);
        var unknown = sorted.stream().filter(f -> f.severity() == Severity.UNKNOWN);
        return Stream.concat(serious, unknown).findFirst();
    }
}
