package posthorn.engine.hosting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.dkim.SelectorFacts.Keyed;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.provider.MxSet;
import posthorn.engine.provider.NamePattern;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.ProviderSelector;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;
import posthorn.engine.provider.SpfTerm;
import posthorn.engine.spf.Node;
import posthorn.engine.spf.SpfFacts;

/// A record that a provider asks its customers for, and what is there.
///
/// @param value as a person types it; `*` stands for what only the provider knows
/// @param sure whether what the provider asks for is confirmed
record Expected(DnsName name, RecordType type, String value, State state, boolean sure) {

    private static final String KEY = "v=DKIM1; p=*";

    /// What is there.
    enum State {
        PRESENT,
        /// Something else is there.
        DIFFERENT,
        MISSING,
        /// An answer is missing, or the record can stand at names that nobody can guess.
        UNKNOWN
    }

    /// What is not confirmed cannot be missed.
    Expected {
        state = sure || state == State.PRESENT ? state : State.UNKNOWN;
    }

    /// All that a provider asks for, as far as it can be seen.
    static List<Expected> of(Recognised found, ProviderFacts.Used facts) {
        var provider = found.provider();
        return Stream.of(
                        found.isSeenAt(Sign.At.MX) ? mx(provider, facts) : Stream.<Expected>of(),
                        facts.target().profile().sends()
                                ? spf(provider, facts)
                                : Stream.<Expected>of(),
                        aliases(provider, facts),
                        keys(provider, facts))
                .flatMap(rows -> rows)
                .toList();
    }

    Map<String, Object> evidence() {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", name);
        map.put("type", type.name());
        map.put("value", value);
        map.put("state", state);
        map.put("sure", sure);
        return map;
    }

    /// Of several sets, the one that is there most completely.
    private static Stream<Expected> mx(Provider provider, ProviderFacts.Used facts) {
        var domain = facts.domain();
        var hosts = facts.hosts();
        return provider.mxSets().stream()
                .filter(set -> set.present(hosts, domain) > 0)
                .max(
                        Comparator.<MxSet>comparingInt(set -> -set.missing(hosts, domain).size())
                                .thenComparingLong(set -> set.present(hosts, domain)))
                .stream()
                .flatMap(set -> set.hosts().stream().flatMap(host -> mx(host, set, facts)));
    }

    private static Stream<Expected> mx(MxSet.Host host, MxSet set, ProviderFacts.Used facts) {
        var domain = facts.domain();
        var found =
                facts.mx().records().stream()
                        .filter(record -> host.name().matches(record.host(), domain))
                        .toList();
        if (found.isEmpty() && !host.required()) {
            return Stream.empty();
        }
        var value = host.preference() + " " + host.name().in(domain) + ".";
        return Stream.of(
                new Expected(domain, RecordType.MX, value, state(host, found), set.sure()));
    }

    private static State state(MxSet.Host host, List<Rdata.Mx> found) {
        if (found.isEmpty()) {
            return State.MISSING;
        }
        return found.stream().anyMatch(record -> record.preference() == host.preference())
                ? State.PRESENT
                : State.DIFFERENT;
    }

    /// Of several terms, such as those of regions, any will do.
    private static Stream<Expected> spf(Provider provider, ProviderFacts.Used facts) {
        var terms = provider.spfTerms();
        var there = terms.stream().filter(term -> state(term, facts) == State.PRESENT).toList();
        if (terms.isEmpty()) {
            return Stream.empty();
        }
        var shown = there.isEmpty() ? terms : there;
        return Stream.of(
                new Expected(
                        facts.domain(),
                        RecordType.TXT,
                        shown.stream().map(SpfTerm::text).collect(Collectors.joining(" | ")),
                        state(shown.getFirst(), facts),
                        shown.stream().allMatch(SpfTerm::sure)));
    }

    private static State state(SpfTerm term, ProviderFacts.Used facts) {
        return switch (facts.spf()) {
            case SpfFacts.Unreachable _ -> State.UNKNOWN;
            case SpfFacts.Absent _ -> State.MISSING;
            case SpfFacts.Several several ->
                    several.records().stream().anyMatch(term::isIn) ? State.PRESENT : State.MISSING;
            case SpfFacts.Published published -> state(term, published);
        };
    }

    private static State state(SpfTerm term, SpfFacts.Published published) {
        var nodes = published.expansion().all().toList();
        if (nodes.stream().anyMatch(node -> node.target().equals(term.domain().text()))) {
            return State.PRESENT;
        }
        return nodes.stream().map(Node::outcome).anyMatch(Expected::isOpen)
                ? State.UNKNOWN
                : State.MISSING;
    }

    private static boolean isOpen(Node.Outcome outcome) {
        return outcome instanceof Node.Outcome.Failed
                || outcome instanceof Node.Outcome.Unasked
                || outcome instanceof Node.Outcome.Dynamic;
    }

    private static Stream<Expected> aliases(Provider provider, ProviderFacts.Used facts) {
        return provider.guessable().stream()
                .filter(ProviderSelector.Alias.class::isInstance)
                .map(ProviderSelector.Alias.class::cast)
                .flatMap(alias ->
                        facts.at(alias.name()).stream()
                                .map(seen -> alias(alias, seen, facts.domain())));
    }

    private static Expected alias(
            ProviderSelector.Alias alias, SelectorFacts seen, DnsName domain) {
        var state =
                switch (seen) {
                    case SelectorFacts.Missing _ -> State.MISSING;
                    case SelectorFacts.Silent _ -> State.UNKNOWN;
                    case SelectorFacts.Dangling _ -> State.DIFFERENT;
                    case SelectorFacts.Keyed(_, _, var chain, _) -> state(alias, chain, domain);
                    case SelectorFacts.Several(_, _, var chain, _) -> state(alias, chain, domain);
                };
        return new Expected(
                seen.name(), RecordType.CNAME, alias.target().in(domain), state, alias.sure());
    }

    private static State state(ProviderSelector.Alias alias, List<DnsName> chain, DnsName domain) {
        return chain.stream().anyMatch(name -> alias.target().matches(name, domain))
                ? State.PRESENT
                : State.DIFFERENT;
    }

    /// Keys that the customer publishes: any of them will do, and often he chose the selector.
    private static Stream<Expected> keys(Provider provider, ProviderFacts.Used facts) {
        var keys =
                provider.selectors().stream()
                        .filter(ProviderSelector.Key.class::isInstance)
                        .toList();
        var there =
                keys.stream()
                        .flatMap(key -> selectors(key, facts).map(seen -> key(key, seen, provider)))
                        .toList();
        return keys.isEmpty() || !there.isEmpty() || facts.probed().isEmpty()
                ? there.stream()
                : Stream.of(unseen(keys, facts.domain()));
    }

    /// A selector that others use too may be somebody else's.
    private static Expected key(ProviderSelector key, Keyed seen, Provider provider) {
        boolean own =
                provider.marks().selectors().stream()
                        .filter(NamePattern::sure)
                        .anyMatch(pattern -> pattern.matches(seen.selector().name()));
        return new Expected(seen.name(), RecordType.TXT, KEY, State.PRESENT, key.sure() && own);
    }

    private static Expected unseen(List<ProviderSelector> keys, DnsName domain) {
        var first = keys.getFirst();
        return new Expected(
                domain.child("_domainkey").child(first.name()),
                RecordType.TXT,
                KEY,
                State.UNKNOWN,
                first.sure());
    }

    /// What was found at the selectors that a provider's key may have.
    private static Stream<Keyed> selectors(ProviderSelector key, ProviderFacts.Used facts) {
        return facts.probed().stream()
                .flatMap(probed -> probed.keyed().stream())
                .filter(seen -> seen.chain().isEmpty())
                .filter(seen -> key.means(seen.selector().name()));
    }
}
