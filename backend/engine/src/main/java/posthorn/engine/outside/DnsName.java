package posthorn.engine.outside;

import com.ibm.icu.text.IDNA;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A domain name: lower-case A-labels, no final dot; the root is the empty text. Bytes outside
/// letters, digits, hyphen and underscore are kept in the escaped form of master files (RFC 1035
/// §5.1), so that a name from a hostile answer is still a name.
public record DnsName(String text) implements Comparable<DnsName> {

    /// The name of the root zone.
    public static final DnsName ROOT = new DnsName("");

    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;

    /// Longer text is no name, even if much of it would be mapped away; UTS 46 need not see it.
    private static final int MAX_TYPED = 2 * MAX_NAME;

    private static final IDNA UTS46 =
            IDNA.getUTS46Instance(
                    IDNA.NONTRANSITIONAL_TO_ASCII
                            | IDNA.NONTRANSITIONAL_TO_UNICODE
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ);

    public DnsName {
        text = text.toLowerCase(Locale.ROOT);
        if (text.endsWith(".") && !text.endsWith("\\.")) {
            text = text.substring(0, text.length() - 1);
        }
    }

    /// The name written as `text`, with or without a final dot.
    public static DnsName of(String text) {
        return new DnsName(text);
    }

    /// The name a person typed: converted to A-labels (UTS 46, non-transitional), or empty when it
    /// is no host or domain name: empty or too long labels, characters no name may hold.
    public static Optional<DnsName> fromPerson(String typed) {
        var trimmed = typed.strip();
        if (trimmed.length() > MAX_TYPED) {
            return Optional.empty();
        }
        if (trimmed.endsWith(".") || trimmed.endsWith("\u3002")) {
            trimmed = trimmed.substring(0, trimmed.length() - 1);
        }
        var info = new IDNA.Info();
        var ascii = UTS46.nameToASCII(trimmed, new StringBuilder(), info).toString();
        if (info.hasErrors() && !onlyHyphensAtThirdAndFourth(info)) {
            return Optional.empty();
        }
        var name = new DnsName(ascii);
        return name.isWellFormed() ? Optional.of(name) : Optional.empty();
    }

    private static boolean onlyHyphensAtThirdAndFourth(IDNA.Info info) {
        return info.getErrors().equals(java.util.EnumSet.of(IDNA.Error.HYPHEN_3_4));
    }

    /// Whether every label holds 1 to 63 letters, digits, hyphens or underscores and the whole at
    /// most 253 (RFC 1035 §2.3.4).
    public boolean isWellFormed() {
        return !text.isEmpty() && text.length() <= MAX_NAME && hasWellFormedLabels();
    }

    private boolean hasWellFormedLabels() {
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '.') {
                if (i == start || i - start > MAX_LABEL) {
                    return false;
                }
                start = i + 1;
            } else if (!isNameCharacter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isNameCharacter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    /// The name as people write it: U-labels where they are valid, else the A-labels.
    public String unicode() {
        if (text.length() > MAX_NAME) {
            return text;
        }
        var info = new IDNA.Info();
        var unicode = UTS46.nameToUnicode(text, new StringBuilder(), info).toString();
        return info.hasErrors() ? text : unicode;
    }

    /// The labels from left to right; none for the root.
    public List<String> labels() {
        if (text.isEmpty()) {
            return List.of();
        }
        var labels = new ArrayList<String>();
        int start = 0;
        for (int dot = dot(start); dot >= 0; dot = dot(start)) {
            labels.add(text.substring(start, dot));
            start = dot + 1;
        }
        labels.add(text.substring(start));
        return labels;
    }

    /// The next dot that parts labels, or -1: one behind a backslash belongs to its label.
    private int dot(int from) {
        int dot = text.indexOf('.', from);
        while (dot > 0 && text.charAt(dot - 1) == '\\') {
            dot = text.indexOf('.', dot + 1);
        }
        return dot;
    }

    /// The name without its leftmost label; the root's parent is the root.
    public DnsName parent() {
        int dot = dot(0);
        return dot < 0 ? ROOT : new DnsName(text.substring(dot + 1));
    }

    /// The last `count` labels, or the whole name if it has no more.
    public DnsName last(int count) {
        var labels = labels();
        return labels.size() <= count
                ? this
                : new DnsName(
                        String.join(".", labels.subList(labels.size() - count, labels.size())));
    }

    /// This name below which `prefix` (one label or several) is put: `child("_dmarc")`.
    public DnsName child(String prefix) {
        return new DnsName(text.isEmpty() ? prefix : prefix + "." + text);
    }

    /// Whether this is `other` or a name below it.
    public boolean isWithin(DnsName other) {
        return other.text.isEmpty() || text.equals(other.text) || text.endsWith("." + other.text);
    }

    /// Whether this is the root, the target of a null MX (RFC 7505 §3).
    public boolean isRoot() {
        return text.isEmpty();
    }

    @Override
    public int compareTo(DnsName other) {
        return text.compareTo(other.text);
    }

    /// The text, a single dot for the root.
    @Override
    public String toString() {
        return text.isEmpty() ? "." : text;
    }
}
