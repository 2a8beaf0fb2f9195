package posthorn.engine.spf;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.check.Parsed.Fault;

/// A domain's statement who may send its mail (RFC 7208 §3), read as far as it can be read: without
/// faults it is valid.
public record SpfRecord(String text, List<Term> terms, List<Fault> faults) {

    /// What each record begins with (RFC 7208 §4.5).
    public static final String VERSION = "v=spf1";

    public SpfRecord {
        terms = List.copyOf(terms);
        faults = List.copyOf(faults);
    }

    /// Whether TXT data is an SPF record: the version in any case, then a blank or the end.
    public static boolean isSpf(String text) {
        return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
                && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
    }

    public boolean isValid() {
        return faults.isEmpty();
    }

    /// The directives in order.
    public List<Term.Directive> directives() {
        return of(Term.Directive.class).toList();
    }

    /// The directives that can be reached: up to and with the first `all`.
    public List<Term.Directive> reachable() {
        var directives = directives();
        return all().map(all -> directives.subList(0, directives.indexOf(all) + 1))
                .orElse(directives);
    }

    /// The first `all`.
    public Optional<Term.Directive> all() {
        return of(Term.Directive.class)
                .filter(d -> d.mechanism() instanceof Mechanism.All)
                .findFirst();
    }

    /// The redirect, whether or not an `all` makes it moot.
    public Optional<Term.Redirect> redirect() {
        return of(Term.Redirect.class).findFirst();
    }

    public Optional<Term.Explanation> explanation() {
        return of(Term.Explanation.class).findFirst();
    }

    <T extends Term> Stream<T> of(Class<T> kind) {
        return terms.stream().filter(kind::isInstance).map(kind::cast);
    }

    /// Whether a reachable directive other than those in `but` lets somebody pass.
    boolean authorisesBesides(List<? extends Term> but) {
        return redirect().filter(r -> !but.contains(r) && all().isEmpty()).isPresent()
                || reachable().stream()
                        .filter(d -> d.qualifier() == Qualifier.PASS && !but.contains(d))
                        .anyMatch(d -> !(d.mechanism() instanceof Mechanism.All));
    }

    /// The text without some terms.
    String without(List<? extends Term> some) {
        var gone = new HashSet<Term>(some);
        return Stream.concat(
                        Stream.of(VERSION),
                        terms.stream().filter(t -> !gone.contains(t)).map(Term::text))
                .collect(Collectors.joining(" "));
    }

    /// The text with other words in place of one term.
    String replacing(Term old, String replacement) {
        return Stream.concat(
                        Stream.of(VERSION),
                        terms.stream().map(t -> t.equals(old) ? replacement : t.text()))
                .collect(Collectors.joining(" "));
    }

    /// The text with terms put before the `all`, or at the end where there is none.
    public String withBeforeAll(List<String> more) {
        var added = String.join(" ", more);
        return all().map(all -> replacing(all, added + " " + all.text()))
                .orElseGet(() -> without(List.of()) + " " + added);
    }
}
