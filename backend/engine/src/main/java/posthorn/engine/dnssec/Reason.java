package posthorn.engine.dnssec;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Why answers do not hold, as far as the published records show it.
enum Reason {
    /// What the zone above says does not hold itself.
    ABOVE,
    /// The zone above names a key, and the zone has none.
    NO_KEYS,
    /// The zone above names none of the keys that the zone has.
    OTHER_KEYS,
    /// There is no signature by such a key.
    NOT_SIGNED,
    /// The signatures have ended.
    EXPIRED,
    /// The signatures have not begun.
    TOO_EARLY,
    /// The records do not show it.
    UNSEEN;

    static Reason of(Delegated facts, Standing.Bogus bogus) {
        if (facts.signers().isEmpty()) {
            return ABOVE;
        }
        var keys = set(bogus, RecordType.DNSKEY);
        if (keys.isEmpty() || keys.get().published().isFailed()) {
            return UNSEEN;
        }
        var way = bogus.keys() ? UNSEEN : ofKeys(facts, keys.get());
        return way == UNSEEN ? ofOthers(facts, bogus, tags(keys.get().keys())) : way;
    }

    /// Why there is no way into the zone.
    private static Reason ofKeys(Delegated facts, SignedSet keys) {
        var named = named(facts, keys.keys());
        return named.isEmpty() ? withoutKey(facts, keys) : of(keys, tags(named), facts.at());
    }

    /// Why other records do not hold; `tags` are those of the keys.
    private static Reason ofOthers(Delegated facts, Standing.Bogus bogus, List<Integer> tags) {
        return bogus.sets().stream()
                .filter(set -> set.type() != RecordType.DNSKEY)
                .filter(set -> bogus.refused().contains(set.type()))
                .map(set -> of(set, tags, facts.at()))
                .filter(reason -> reason != UNSEEN)
                .findFirst()
                .orElse(UNSEEN);
    }

    private static Reason withoutKey(Delegated facts, SignedSet keys) {
        if (keys.keys().isEmpty()) {
            return keys.published().isVoid() ? NO_KEYS : UNSEEN;
        }
        boolean computable =
                facts.zone().isWellFormed()
                        && facts.signers().stream()
                                .allMatch(ds -> ZoneKey.isKnown(ds.digestType()));
        return computable ? OTHER_KEYS : UNSEEN;
    }

    /// The keys that the zone above names.
    private static List<ZoneKey> named(Delegated facts, List<ZoneKey> keys) {
        return keys.stream()
                .filter(key ->
                        facts.signers().stream().anyMatch(ds -> key.isMeantBy(ds, facts.zone())))
                .toList();
    }

    private static List<Integer> tags(List<ZoneKey> keys) {
        return keys.stream().map(ZoneKey::tag).toList();
    }

    private static Reason of(SignedSet set, Collection<Integer> tags, Instant at) {
        if (set.published().records().isEmpty()) {
            return UNSEEN;
        }
        var signatures =
                set.signatures().stream().filter(rrsig -> tags.contains(rrsig.keyTag())).toList();
        if (signatures.isEmpty()) {
            return NOT_SIGNED;
        }
        if (signatures.stream().allMatch(rrsig -> rrsig.expiration().isBefore(at))) {
            return EXPIRED;
        }
        return signatures.stream().allMatch(rrsig -> rrsig.inception().isAfter(at))
                ? TOO_EARLY
                : UNSEEN;
    }

    static Optional<SignedSet> set(Standing.Bogus bogus, RecordType type) {
        return bogus.sets().stream().filter(set -> set.type() == type).findFirst();
    }

    /// The delegation signers that would mean the keys which the zone publishes.
    static List<Rdata.Ds> ready(Delegated facts, Standing.Bogus bogus) {
        return set(bogus, RecordType.DNSKEY).stream()
                .flatMap(set -> set.keys().stream())
                .filter(ZoneKey::isEntryPoint)
                .flatMap(key -> key.signer(facts.zone()).stream())
                .toList();
    }
}
