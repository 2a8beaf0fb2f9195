package posthorn.engine.psl;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import posthorn.engine.outside.DnsName;

/// The names below which anybody may register a domain, such as `org` and `co.uk`, in both sections
/// of the public suffix list.
public final class PublicSuffixes {

    private static final String FILE = "/psl/public_suffix_list.dat";

    private final Set<String> suffixes = new HashSet<>();
    private final Set<String> wildcards = new HashSet<>();
    private final Set<String> exceptions = new HashSet<>();

    private PublicSuffixes(Stream<String> lines) {
        lines.map(PublicSuffixes::rule).filter(rule -> !rule.isEmpty()).forEach(this::add);
    }

    /// The list that comes with the program.
    public static PublicSuffixes builtIn() {
        return BuiltIn.SUFFIXES;
    }

    /// The rules in these lines.
    static PublicSuffixes of(Stream<String> lines) {
        return new PublicSuffixes(lines);
    }

    /// Whether the name itself is a public suffix. A top-level domain that the list does not know
    /// is one.
    public boolean isPublicSuffix(DnsName name) {
        return !name.isRoot() && suffix(name).equals(name);
    }

    /// The domain that somebody registered: the public suffix and one label more; empty for a
    /// public suffix.
    public Optional<DnsName> registrableDomain(DnsName name) {
        int labels = suffix(name).labels().size() + 1;
        return name.labels().size() < labels ? Optional.empty() : Optional.of(name.last(labels));
    }

    /// The Organizational Domain as RFC 7489 §3.2 finds it; a public suffix is its own.
    public DnsName organizationalDomain(DnsName name) {
        return registrableDomain(name).orElse(name);
    }

    /// The public suffix of a name: of all rules that match, an exception counts first, then the
    /// longest; where none does, the last label.
    private DnsName suffix(DnsName name) {
        for (var at = name; !at.isRoot(); at = at.parent()) {
            if (exceptions.contains(at.text())) {
                return at.parent();
            }
            if (suffixes.contains(at.text()) || wildcards.contains(at.parent().text())) {
                return at;
            }
        }
        return name.last(1);
    }

    private static String rule(String line) {
        var text = line.strip().split("\\s", 2)[0];
        return text.startsWith("//") ? "" : text;
    }

    private void add(String rule) {
        if (rule.startsWith("!")) {
            exceptions.add(ascii(rule.substring(1)));
        } else if (rule.startsWith("*.")) {
            wildcards.add(ascii(rule.substring(2)));
        } else {
            suffixes.add(ascii(rule));
        }
    }

    private static String ascii(String name) {
        return DnsName.fromPerson(name).orElseGet(() -> DnsName.of(name)).text();
    }

    private static final class BuiltIn {

        static final PublicSuffixes SUFFIXES = load();

        private static PublicSuffixes load() {
            try (var stream = PublicSuffixes.class.getResourceAsStream(FILE)) {
                if (stream == null) {
                    throw new FileNotFoundException(FILE);
                }
                var text = new InputStreamReader(stream, StandardCharsets.UTF_8);
                return new PublicSuffixes(new BufferedReader(text).lines());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
