package posthorn.engine.spf;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// A term in the expansion of a record.
///
/// @param path the domains from the one examined to the one whose record holds the term
/// @param target the name the term asks for, empty if it asks for none or for one that differs with
///   each mail
/// @param outcome what is there
/// @param lookups what the term and all inside it add to the count of look-ups
/// @param total the count after it
public record Node(
        List<DnsName> path, Term term, String target, Outcome outcome, int lookups, int total) {

    /// What a term led to.
    public sealed interface Outcome {

        /// It needs no look-up.
        record Literal() implements Outcome {}

        /// It is never reached.
        record Unused() implements Outcome {}

        /// It is no term at all.
        record Unreadable() implements Outcome {}

        /// Addresses of an `a` or `exists`.
        record Addresses(List<InetAddress> addresses) implements Outcome {
            public Addresses {
                addresses = List.copyOf(addresses);
            }
        }

        /// The MX hosts of an `mx`, with the addresses of the first ten.
        record MailHosts(List<DnsName> hosts, List<InetAddress> addresses) implements Outcome {
            public MailHosts {
                hosts = List.copyOf(hosts);
                addresses = List.copyOf(addresses);
            }
        }

        /// The record of an include or redirect, itself expanded.
        record Found(SpfRecord record, List<Node> children) implements Outcome {
            public Found {
                children = List.copyOf(children);
            }
        }

        /// A void look-up (RFC 7208 §4.6.4).
        record Nothing() implements Outcome {}

        /// The target of an include or redirect has no record; a void look-up if it has no TXT at
        /// all.
        record NoRecord(boolean isVoid) implements Outcome {}

        /// The target has more than one record.
        record Several(List<String> records) implements Outcome {
            public Several {
                records = List.copyOf(records);
            }
        }

        /// The target's record breaks the grammar.
        record Malformed(SpfRecord record) implements Outcome {}

        /// The DNS did not say.
        record Failed(Failure failure) implements Outcome {}

        /// The target is already being expanded: it would never end.
        record Loop() implements Outcome {}

        /// It differs with each mail or client.
        record Dynamic() implements Outcome {}

        /// It names what no DNS message can hold.
        record NoName() implements Outcome {}

        /// We stopped before it.
        record Unasked() implements Outcome {}

        /// One word for it.
        default String word() {
            return switch (this) {
                case Literal _ -> "literal";
                case Unused _ -> "unused";
                case Unreadable _ -> "unreadable";
                case Addresses _, MailHosts _, Found _ -> "found";
                case Nothing _, NoRecord _ -> "none";
                case Several _ -> "several";
                case Malformed _ -> "malformed";
                case Failed _ -> "failed";
                case Loop _ -> "loop";
                case Dynamic _ -> "dynamic";
                case NoName _ -> "no-name";
                case Unasked _ -> "not-expanded";
            };
        }
    }

    private static final int MAX_SHOWN = 1000;
    private static final int MAX_SHOWN_ADDRESSES = 100;

    public Node {
        path = List.copyOf(path);
    }

    /// The domain whose record holds the term.
    public DnsName domain() {
        return path.getLast();
    }

    /// Whether the term stands in the record of the domain examined.
    public boolean isOwn() {
        return path.size() == 1;
    }

    public List<Node> children() {
        return outcome instanceof Outcome.Found(_, var children) ? children : List.of();
    }

    /// The record of the target, if there is exactly one.
    String record() {
        return switch (outcome) {
            case Outcome.Found(var record, _) -> record.text();
            case Outcome.Malformed(var record) -> record.text();
            default -> "";
        };
    }

    public List<InetAddress> addresses() {
        return switch (outcome) {
            case Outcome.Addresses(var addresses) -> addresses;
            case Outcome.MailHosts(_, var addresses) -> addresses;
            default -> List.of();
        };
    }

    public boolean isVoid() {
        return outcome instanceof Outcome.Nothing
                || (outcome instanceof Outcome.NoRecord(var isVoid) && isVoid);
    }

    /// This term and all inside it.
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children().stream().flatMap(Node::all));
    }

    /// This term if its match lets mail pass, and all inside it that then decide.
    Stream<Node> trusting() {
        return switch (term) {
            case Term.Directive d when d.qualifier() == Qualifier.PASS ->
                    outcome instanceof Outcome.Unused
                            ? Stream.empty()
                            : Stream.concat(Stream.of(this), trustingInside());
            case Term.Redirect _ -> trustingInside();
            case Term.Directive _, Term.Explanation _, Term.UnknownModifier _, Term.Broken _ ->
                    Stream.empty();
        };
    }

    private Stream<Node> trustingInside() {
        return children().stream().flatMap(Node::trusting);
    }

    /// The node as evidence.
    Map<String, Object> evidence(Coverage coverage) {
        var map = new LinkedHashMap<String, Object>();
        map.put("domain", domain());
        map.put("term", clipped(term.text()));
        map.put("qualifier", qualifier());
        map.put("lookups", lookups);
        map.put("total", total);
        map.put("outcome", outcome.word());
        map.put("target", target);
        map.put("record", clipped(record()));
        map.put("addresses", addresses().stream().limit(MAX_SHOWN_ADDRESSES).toList());
        map.putAll(coverage.counts(this));
        map.put("children", children().stream().map(n -> n.evidence(coverage)).toList());
        return map;
    }

    /// What strangers publish may be endless.
    private static String clipped(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "\u2026";
    }

    private String qualifier() {
        return term instanceof Term.Directive d ? String.valueOf(d.qualifier().sign()) : "";
    }
}
