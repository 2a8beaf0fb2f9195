package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.SelectorPast;

/// What a selector's past makes of its present: a key that signed until lately is gone, or one has
/// been in use for very long.
final class KeyPast implements Rule<DkimFacts> {

    private static final Duration LATELY = Duration.ofDays(30);
    private static final Duration LONG = Duration.ofDays(365);

    @Override
    public List<Finding> judge(DkimFacts facts) {
        return facts instanceof DkimFacts.Probed probed
                ? probed.selectors().stream().flatMap(s -> judge(s, probed).stream()).toList()
                : List.of();
    }

    private static Optional<Finding> judge(SelectorFacts selector, DkimFacts.Probed facts) {
        return switch (selector) {
            case SelectorFacts.Missing missing -> gone(missing, facts);
            case SelectorFacts.Keyed keyed when keyed.record().isUsable() -> aged(keyed, facts);
            case SelectorFacts.Keyed _,
                    SelectorFacts.Several _,
                    SelectorFacts.Dangling _,
                    SelectorFacts.Silent _ ->
                    Optional.empty();
        };
    }

    private static Optional<Finding> gone(SelectorFacts.Missing missing, DkimFacts.Probed facts) {
        return signed(missing, facts)
                .filter(last -> isLately(last, facts))
                .map(last ->
                        critical("dkim.selector-gone", missing.selector().name())
                                .with("name", missing.name())
                                .with("lastSeen", day(last)));
    }

    private static Optional<Finding> aged(SelectorFacts.Keyed keyed, DkimFacts.Probed facts) {
        return pasts(keyed, facts)
                .filter(SelectorPast.Unchanged.class::isInstance)
                .map(past -> ((SelectorPast.Unchanged) past).since())
                .min(Instant::compareTo)
                .filter(since -> since.plus(LONG).isBefore(facts.at()))
                .map(since ->
                        notice("dkim.key-age", keyed.selector().name())
                                .with("since", day(since))
                                .with("days", Duration.between(since, facts.at()).toDays()));
    }

    /// When a mail was last signed with the selector.
    private static Optional<Instant> signed(SelectorFacts selector, DkimFacts.Probed facts) {
        return pasts(selector, facts)
                .filter(SelectorPast.Signed.class::isInstance)
                .map(past -> ((SelectorPast.Signed) past).last())
                .max(Instant::compareTo);
    }

    /// Whether it is known when the selector last signed. If that was lately, it is gone; if not,
    /// it was given up, as selectors are, and a missing record is as it should be.
    static boolean isKnown(SelectorFacts selector, DkimFacts.Probed facts) {
        return signed(selector, facts).isPresent();
    }

    private static boolean isLately(Instant last, DkimFacts.Probed facts) {
        return !last.plus(LATELY).isBefore(facts.at());
    }

    private static Stream<SelectorPast> pasts(SelectorFacts selector, DkimFacts.Probed facts) {
        return facts.target().past().stream()
                .filter(past -> past.selector().equalsIgnoreCase(selector.selector().name()));
    }

    private static String day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
