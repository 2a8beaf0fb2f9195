package posthorn.engine.dns;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.warning;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dns.DnsFacts.Registered;
import posthorn.engine.outside.Registration;

/// A registration is renewed before it ends. Most are renewed by themselves, many on the last day,
/// so a day that is near proves nothing; the statuses of the registry (RFC 8056) do.
final class RegistrationEnd implements Rule<DnsFacts> {

    private static final Duration SOON = Duration.ofDays(30);
    private static final Duration AT_ONCE = Duration.ofDays(7);

    /// Some registries renew a day or two after the day itself, and what is known may be two days
    /// old.
    private static final Duration LATE = Duration.ofDays(2);

    /// Nothing lives on that long without being renewed: such a day means nothing.
    private static final Duration VOID = Duration.ofDays(90);

    private static final String REDEMPTION = "redemption period";
    private static final String DELETION = "pending delete";
    private static final String RESTORING = "pending restore";
    private static final Set<String> HELD = Set.of("client hold", "server hold");

    /// Somebody has taken care of it.
    private static final Set<String> RENEWED =
            Set.of("auto renew period", "renew period", "pending renew", RESTORING);

    @Override
    public List<Finding> judge(DnsFacts facts) {
        var registered = facts.registered();
        var statuses = registered.registration().statuses();
        var findings = new ArrayList<Finding>();
        ended(registered).or(() -> ending(registered)).ifPresent(findings::add);
        if (!Collections.disjoint(statuses, HELD) && isMissing(registered, facts.zone())) {
            findings.add(
                    critical("dns.registration-held", registered.domain())
                            .with("registryStatus", statuses));
        }
        return findings;
    }

    /// Whether the zone above confirms that the domain is not in the DNS.
    private static boolean isMissing(Registered registered, ZoneFacts zone) {
        return zone instanceof ZoneFacts.Missing(var name, _, _)
                && name.equals(registered.domain());
    }

    /// What a status says; of the two the first is the earlier stage, and comes with the second.
    private static Optional<Finding> ended(Registered registered) {
        var statuses = registered.registration().statuses();
        var stage = statuses.contains(REDEMPTION) ? "REDEMPTION" : "DELETION";
        boolean ended = statuses.contains(REDEMPTION) || statuses.contains(DELETION);
        return ended && !statuses.contains(RESTORING)
                ? Optional.of(
                        critical("dns.registration-ended", registered.domain())
                                .with("registrationStage", stage)
                                .with("registryStatus", statuses))
                : Optional.empty();
    }

    /// What the day says, where nobody has taken care of it.
    private static Optional<Finding> ending(Registered registered) {
        return registered.registration() instanceof Registration.Dated(var expires, var statuses)
                        && Collections.disjoint(statuses, RENEWED)
                ? ending(registered, expires)
                : Optional.empty();
    }

    private static Optional<Finding> ending(Registered registered, Instant expires) {
        var left = Duration.between(registered.at(), expires);
        Predicate<Duration> isWithin = limit -> left.compareTo(limit) < 0;
        if (isWithin.test(VOID.negated())) {
            return Optional.empty();
        }
        if (isWithin.test(LATE.negated())) {
            return Optional.of(
                    warning("dns.registration-ended", registered.domain())
                            .with("registrationStage", "PAST")
                            .with("until", day(expires)));
        }
        return isWithin.test(SOON)
                ? Optional.of(
                        Finding.of(
                                        isWithin.test(AT_ONCE) ? WARNING : NOTICE,
                                        "dns.registration-expiring",
                                        registered.domain())
                                .with("until", day(expires))
                                .with("days", Math.max(0, left.toDays())))
                : Optional.empty();
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, "2026-11-24".length());
    }
}
