package posthorn.engine.spf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;

/// Reads records by the grammar of RFC 7208 §12; goes on after a mistake.
public final class SpfParser {

    static final String NON_ASCII = "spf.non-ascii";
    static final String UNKNOWN_MECHANISM = "spf.unknown-mechanism";
    static final String BAD_IP = "spf.bad-ip";
    static final String BAD_DOMAIN_SPEC = "spf.bad-domain-spec";
    static final String BAD_TERM = "spf.bad-term";
    static final String DUP_MODIFIER = "spf.dup-modifier";

    private static final Pattern MODIFIER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
    private static final Pattern DUAL_CIDR = Pattern.compile("(?:/([0-9]+))?(?://([0-9]+))?$");
    private static final int MAX_LABEL = 63;

    private final List<Term> terms = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final Set<String> modifiers = new HashSet<>();

    private SpfParser() {}

    /// Reads text for which [SpfRecord#isSpf] holds.
    public static Parsed<SpfRecord> parse(String text) {
        var record = read(text);
        return record.isValid()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(text, record.faults());
    }

    /// Reads what can be read; the record names its faults itself.
    public static SpfRecord read(String text) {
        var parser = new SpfParser();
        int at = SpfRecord.VERSION.length();
        while (at < text.length()) {
            int blank = text.indexOf(' ', at);
            int end = blank < 0 ? text.length() : blank;
            if (end > at) {
                parser.add(at, text.substring(at, end));
            }
            at = end + 1;
        }
        return new SpfRecord(text, parser.terms, parser.faults);
    }

    private void add(int at, String word) {
        var term = term(at, word);
        terms.add(term);
        switch (term) {
            case Term.Broken(_, _, var code) -> faults.add(new Fault(at, word.length(), code));
            case Term.Redirect _ -> once("redirect", at, word);
            case Term.Explanation _ -> once("exp", at, word);
            case Term.Directive _, Term.UnknownModifier _ -> {}
        }
    }

    /// redirect and exp stand at most once (RFC 7208 §6).
    private void once(String name, int at, String word) {
        if (!modifiers.add(name)) {
            faults.add(new Fault(at, word.length(), DUP_MODIFIER));
        }
    }

    private static Term term(int at, String word) {
        if (!isWithin(word, Character.MIN_VALUE, '~')) {
            return new Term.Broken(at, word, NON_ASCII);
        }
        if (!isWithin(word, '!', '~')) {
            return new Term.Broken(at, word, BAD_TERM);
        }
        int end = nameEnd(word);
        return end < word.length() && word.charAt(end) == '='
                ? modifier(at, word, word.substring(0, end), word.substring(end + 1))
                : directive(at, word);
    }

    private static boolean isWithin(String word, char lowest, char highest) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < lowest || word.charAt(i) > highest) {
                return false;
            }
        }
        return true;
    }

    private static int nameEnd(String word) {
        int i = 0;
        while (i < word.length() && ":/=".indexOf(word.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static Term modifier(int at, String word, String name, String value) {
        if (!MODIFIER_NAME.matcher(name).matches()) {
            return new Term.Broken(at, word, BAD_TERM);
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "redirect" ->
                    domainSpec(value)
                            .<Term>map(target -> new Term.Redirect(at, word, target))
                            .orElseGet(() -> new Term.Broken(at, word, BAD_DOMAIN_SPEC));
            case "exp" ->
                    domainSpec(value)
                            .<Term>map(target -> new Term.Explanation(at, word, target))
                            .orElseGet(() -> new Term.Broken(at, word, BAD_DOMAIN_SPEC));
            default ->
                    MacroString.parse(value).isPresent()
                            ? new Term.UnknownModifier(at, word, name)
                            : new Term.Broken(at, word, BAD_TERM);
        };
    }

    private static Term directive(int at, String word) {
        var qualifier = Qualifier.of(word.charAt(0));
        var bare = qualifier.isPresent() ? word.substring(1) : word;
        int end = nameEnd(bare);
        var name = bare.substring(0, end).toLowerCase(Locale.ROOT);
        var rest = bare.substring(end);
        Optional<Mechanism> mechanism =
                switch (name) {
                    case "all" -> rest.isEmpty() ? all() : Optional.empty();
                    case "include" -> named(rest).map(Mechanism.Include::new);
                    case "exists" -> named(rest).map(Mechanism.Exists::new);
                    case "ptr" -> optionallyNamed(rest).map(Mechanism.Ptr::new);
                    case "a", "mx" -> addresses(name, rest);
                    case "ip4" -> ip(rest, true);
                    case "ip6" -> ip(rest, false);
                    default -> Optional.empty();
                };
        return mechanism
                .<Term>map(m -> new Term.Directive(at, word, qualifier.orElse(Qualifier.PASS), m))
                .orElseGet(() -> new Term.Broken(at, word, fault(name, rest)));
    }

    /// Which finding explains a directive that cannot be read.
    private static String fault(String name, String rest) {
        return switch (name) {
            case "ip4", "ip6" -> BAD_IP;
            case "a", "mx" -> hasBadCidr(rest) ? BAD_IP : BAD_DOMAIN_SPEC;
            case "include", "exists" -> BAD_DOMAIN_SPEC;
            case "ptr" -> rest.startsWith(":") ? BAD_DOMAIN_SPEC : BAD_TERM;
            case "all", "" -> BAD_TERM;
            default -> name.matches("[a-z0-9]+[,;.]+") ? BAD_TERM : UNKNOWN_MECHANISM;
        };
    }

    private static boolean hasBadCidr(String rest) {
        int slash = rest.indexOf('/');
        return slash >= 0 && rest.substring(slash).matches("[/0-9]*");
    }

    private static Optional<Mechanism> all() {
        return Optional.of(new Mechanism.All());
    }

    private static Optional<MacroString> named(String rest) {
        return rest.startsWith(":") ? domainSpec(rest.substring(1)) : Optional.empty();
    }

    private static Optional<MacroString> optionallyNamed(String rest) {
        return rest.isEmpty() ? Optional.of(MacroString.CURRENT_DOMAIN) : named(rest);
    }

    private static Optional<Mechanism> addresses(String name, String rest) {
        Matcher cidr = DUAL_CIDR.matcher(rest);
        int slash = rest.indexOf('/');
        if (!cidr.find(slash < 0 ? rest.length() : slash)) {
            return Optional.empty();
        }
        var target = optionallyNamed(rest.substring(0, cidr.start()));
        int four = cidr.group(1) == null ? 32 : IpNetwork.prefix(cidr.group(1), 32);
        int six = cidr.group(2) == null ? 128 : IpNetwork.prefix(cidr.group(2), 128);
        if (four < 0 || six < 0) {
            return Optional.empty();
        }
        return name.equals("a")
                ? target.map(t -> new Mechanism.A(t, four, six))
                : target.map(t -> new Mechanism.Mx(t, four, six));
    }

    private static Optional<Mechanism> ip(String rest, boolean four) {
        return rest.startsWith(":")
                ? IpNetwork.parse(rest.substring(1))
                        .filter(network -> network.isFour() == four)
                        .map(Mechanism.Ip::new)
                : Optional.empty();
    }

    /// A domain-spec none of whose fixed labels is too long to be asked for.
    private static Optional<MacroString> domainSpec(String text) {
        return MacroString.parse(text)
                .filter(MacroString::isDomainSpec)
                .filter(spec -> !hasLongLabel(spec));
    }

    private static boolean hasLongLabel(MacroString spec) {
        for (var part : spec.parts()) {
            if (part instanceof MacroString.Part.Literal(var text) && hasLongLabel(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLongLabel(String text) {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (i - start > MAX_LABEL) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
