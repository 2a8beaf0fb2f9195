package posthorn.engine.spf;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.spf.Node.Outcome;

/// Which addresses the terms of a record let pass, by what its expansion found. The first term that
/// matches decides (RFC 7208 §4.6.2); an error ends evaluation for all it reaches.
final class Coverage {

    private static final int MAX_LOOKUPS = 10;

    /// What a term or a record reaches.
    ///
    /// @param matches the addresses for which the term matches, or which the record lets pass
    /// @param known false where that differs with each mail or was not to be had
    /// @param ends whether evaluation ends there with an error for all other clients
    record Reach(AddressSet matches, boolean known, boolean ends) {

        static final Reach NOTHING = new Reach(AddressSet.NONE, true, false);
        static final Reach ERROR = new Reach(AddressSet.NONE, true, true);
        static final Reach UNKNOWN = new Reach(AddressSet.NONE, false, false);

        static Reach of(AddressSet matches) {
            return new Reach(matches, true, false);
        }
    }

    private final IdentityHashMap<Node, Reach> reaches = new IdentityHashMap<>();
    private final Reach whole;

    private Coverage(Expansion expansion) {
        this.whole = record(expansion.record(), expansion.nodes());
    }

    static Coverage of(Expansion expansion) {
        return new Coverage(expansion);
    }

    /// The addresses that pass.
    AddressSet passes() {
        return whole.matches();
    }

    /// Whether that is all: no term differs with each mail, none stayed without an answer.
    boolean isComplete() {
        return whole.known();
    }

    /// How many addresses pass, as evidence: whole numbers of up to 39 digits, so they are text.
    Map<String, Object> counts() {
        return counts(whole.matches(), whole.known());
    }

    /// How many addresses a term by itself lets pass.
    Map<String, Object> counts(Node node) {
        var reach = reaches.getOrDefault(node, Reach.NOTHING);
        boolean passes =
                !(node.term() instanceof Term.Directive d) || d.qualifier() == Qualifier.PASS;
        return counts(passes ? reach.matches() : AddressSet.NONE, reach.known());
    }

    private static Map<String, Object> counts(AddressSet set, boolean known) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("ipv4", set.four().size().toString());
        counts.put("ipv6", set.six().size().toString());
        counts.put("counted", known);
        return counts;
    }

    /// Read from its end: what a term decides hides what the terms behind it say.
    private Reach record(SpfRecord record, List<Node> nodes) {
        if (!record.isValid()) {
            return Reach.ERROR;
        }
        var passing = new ArrayList<AddressSet>();
        boolean known = true;
        boolean ends = false;
        for (var node : nodes.reversed()) {
            var reach = reach(node);
            known &= reach.known();
            if (reach.ends()) {
                ends = true;
                passing.clear();
            }
            if (passes(node)) {
                passing.add(reach.matches());
            } else if (!reach.matches().isEmpty() && !passing.isEmpty()) {
                var left = AddressSet.union(passing).without(reach.matches());
                passing.clear();
                passing.add(left);
            }
        }
        return new Reach(AddressSet.union(passing), known, ends);
    }

    private static boolean passes(Node node) {
        return switch (node.term()) {
            case Term.Directive directive -> directive.qualifier() == Qualifier.PASS;
            case Term.Redirect _ -> true;
            case Term.Explanation _, Term.UnknownModifier _, Term.Broken _ -> false;
        };
    }

    private Reach reach(Node node) {
        var reach = isBeyondLimit(node) ? Reach.ERROR : within(node);
        reaches.put(node, reach);
        return reach;
    }

    /// A client nobody lists has met all terms before (RFC 7208 §4.6.4).
    private static boolean isBeyondLimit(Node node) {
        return node.lookups() > 0 && node.total() - node.lookups() >= MAX_LOOKUPS;
    }

    private Reach within(Node node) {
        return switch (node.outcome()) {
            case Outcome.Literal _ -> literal(node.term());
            case Outcome.Addresses(var addresses) -> addresses(node.term(), addresses);
            case Outcome.MailHosts(var hosts, var addresses) ->
                    hosts.size() > MAX_LOOKUPS ? Reach.ERROR : addresses(node.term(), addresses);
            case Outcome.Found(var record, var children) -> record(record, children);
            case Outcome.NoRecord _, Outcome.Several _, Outcome.Malformed _, Outcome.Loop _ ->
                    Reach.ERROR;
            case Outcome.NoName _ -> isOpened(node.term()) ? Reach.ERROR : Reach.NOTHING;
            case Outcome.Failed _, Outcome.Dynamic _, Outcome.Unasked _ -> Reach.UNKNOWN;
            case Outcome.Nothing _, Outcome.Unused _, Outcome.Unreadable _ -> Reach.NOTHING;
        };
    }

    private static boolean isOpened(Term term) {
        return term instanceof Term.Redirect
                || term instanceof Term.Directive(_, _, _, Mechanism.Include _);
    }

    private static Reach literal(Term term) {
        return switch (term) {
            case Term.Directive(_, _, _, Mechanism.All _) -> Reach.of(AddressSet.ALL);
            case Term.Directive(_, _, _, Mechanism.Ip(var network)) ->
                    Reach.of(AddressSet.of(List.of(network)));
            default -> Reach.NOTHING;
        };
    }

    private static Reach addresses(Term term, List<InetAddress> addresses) {
        return switch (term) {
            case Term.Directive(_, _, _, Mechanism.A(_, var four, var six)) ->
                    Reach.of(widened(addresses, four, six));
            case Term.Directive(_, _, _, Mechanism.Mx(_, var four, var six)) ->
                    Reach.of(widened(addresses, four, six));
            case Term.Directive(_, _, _, Mechanism.Exists _) -> Reach.of(AddressSet.ALL);
            default -> Reach.NOTHING;
        };
    }

    private static AddressSet widened(List<InetAddress> addresses, int four, int six) {
        return AddressSet.of(
                addresses.stream()
                        .map(ip -> new IpNetwork(ip, ip.getAddress().length == 4 ? four : six))
                        .toList());
    }
}
