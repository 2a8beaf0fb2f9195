package posthorn.engine.spf;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.outside.DnsName;

/// A record with all its includes and its redirect opened: everything an evaluation could reach, as
/// for a client that nobody lists.
public record Expansion(DnsName domain, SpfRecord record, List<Node> nodes) {

    public Expansion {
        nodes = List.copyOf(nodes);
    }

    /// How a record ends for a client that nothing matched.
    public sealed interface Ending {
        /// With an `all`, in the record of `domain`.
        record All(DnsName domain, Term.Directive directive) implements Ending {}

        /// With nothing: the result is neutral (RFC 7208 §4.7).
        record Open(DnsName domain) implements Ending {}

        /// In a record that cannot be read or found.
        record Unknown() implements Ending {}
    }

    /// All terms, depth first.
    public Stream<Node> all() {
        return nodes.stream().flatMap(Node::all);
    }

    /// The most terms that ask the DNS in one evaluation (RFC 7208 §4.6.4).
    public int lookups() {
        return nodes.stream().mapToInt(Node::lookups).sum();
    }

    /// The terms whose answer is empty.
    public List<Node> voids() {
        return all().filter(Node::isVoid).toList();
    }

    /// How it ends.
    public Ending ending() {
        return ending(domain, record, nodes);
    }

    private static Ending ending(DnsName domain, SpfRecord record, List<Node> nodes) {
        if (record.all().isPresent()) {
            return new Ending.All(domain, record.all().get());
        }
        var redirect =
                nodes.stream().filter(node -> node.term() instanceof Term.Redirect).findFirst();
        if (redirect.isEmpty()) {
            return record.isValid() && record.redirect().isEmpty()
                    ? new Ending.Open(domain)
                    : new Ending.Unknown();
        }
        return redirect.get().outcome() instanceof Node.Outcome.Found(var next, var children)
                ? ending(DnsName.of(redirect.get().target()), next, children)
                : new Ending.Unknown();
    }

    /// The tree as evidence.
    Map<String, Object> evidence(Coverage coverage) {
        var map = new LinkedHashMap<String, Object>();
        map.put("domain", domain);
        map.put("record", record.text());
        map.put("lookups", lookups());
        map.put("voids", voids().size());
        map.putAll(coverage.counts());
        map.put("children", nodes.stream().map(n -> n.evidence(coverage)).toList());
        return map;
    }
}
