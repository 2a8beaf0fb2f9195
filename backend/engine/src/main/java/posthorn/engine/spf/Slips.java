package posthorn.engine.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import posthorn.engine.outside.IpText;

/// What somebody most likely meant who wrote `ipv4:`, `ip4=`, `redirect:` or `inlcude:`.
final class Slips {

    private static final List<String> MECHANISMS =
            List.of("all", "include", "a", "mx", "ptr", "ip4", "ip6", "exists");
    private static final List<String> MODIFIERS = List.of("redirect", "exp");
    private static final List<String> ADDRESS_WORDS = List.of("ip", "ipv4", "ipv6", "ip4v", "ip6v");
    private static final int MIN_GUESSED = 5;

    private Slips() {}

    /// The record with every slip corrected that has one likely reading.
    static String corrected(SpfRecord record) {
        var words = new ArrayList<String>();
        words.add(SpfRecord.VERSION);
        var sign = "";
        for (var term : record.terms()) {
            var word = sign + meant(term).orElse(term.text());
            boolean lone = term instanceof Term.Broken && word.matches("[-~?+]");
            sign = lone ? word : "";
            if (!lone) {
                words.add(word);
            }
        }
        return String.join(" ", words) + (sign.isEmpty() ? "" : " " + sign);
    }

    /// What was meant by a term that cannot be read or is ignored, if that is clear.
    static Optional<String> meant(Term term) {
        return switch (term) {
            case Term.Directive _, Term.Redirect _, Term.Explanation _ -> Optional.empty();
            case Term.Broken _, Term.UnknownModifier _ ->
                    candidate(PlainText.of(term.text()))
                            .filter(word -> !word.equals(term.text()))
                            .filter(Slips::isKnownTerm);
        };
    }

    private static boolean isKnownTerm(String word) {
        var read = SpfParser.read(SpfRecord.VERSION + " " + word);
        return read.isValid()
                && read.terms().stream().noneMatch(Term.UnknownModifier.class::isInstance);
    }

    private static Optional<String> candidate(String text) {
        var word = text.replaceFirst("[,;.]+$", "");
        var sign = Qualifier.of(word.isEmpty() ? ' ' : word.charAt(0)).isPresent();
        var bare = sign ? word.substring(1) : word;
        var qualifier = sign ? word.substring(0, 1) : "";
        if (isAddress(bare)) {
            return Optional.of(qualifier + address(bare));
        }
        int end = separator(bare);
        var name = bare.substring(0, end).toLowerCase(Locale.ROOT);
        var value = end < bare.length() ? bare.substring(end + 1) : "";
        return isAddress(value) && !name.isEmpty()
                ? Optional.of(qualifier + address(value))
                : known(name).map(known -> joined(qualifier, known, bare, end, value));
    }

    private static String joined(
            String qualifier, String name, String bare, int end, String value) {
        if (MODIFIERS.contains(name)) {
            return name + "=" + value;
        }
        boolean slash = end < bare.length() && bare.charAt(end) == '/';
        var rest = slash ? bare.substring(end) : value.isEmpty() ? "" : ":" + value;
        return qualifier + name + rest;
    }

    private static int separator(String bare) {
        int i = 0;
        while (i < bare.length() && ":=/".indexOf(bare.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private static boolean isAddress(String value) {
        int slash = value.indexOf('/');
        return IpText.parse(slash < 0 ? value : value.substring(0, slash)).isPresent();
    }

    private static String address(String value) {
        return (value.indexOf(':') >= 0 ? "ip6:" : "ip4:") + value;
    }

    private static Optional<String> known(String name) {
        if (MECHANISMS.contains(name) || MODIFIERS.contains(name)) {
            return Optional.of(name);
        }
        if (ADDRESS_WORDS.contains(name) || name.length() < MIN_GUESSED) {
            return Optional.empty();
        }
        var near =
                List.of("include", "redirect", "exists").stream()
                        .filter(word -> distance(name, word) <= 2)
                        .toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    /// How many letters must be added, left out or changed.
    private static int distance(String a, String b) {
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
