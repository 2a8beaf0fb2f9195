package posthorn.engine.dmarc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.dkim.TagList;

/// A published policy (RFC 9989 §4.7), read as far as it can be read: what cannot be understood is
/// a fault, and counts as not there.
public record DmarcRecord(String text, TagList tags, List<Fault> faults) {

    static final String BAD_SYNTAX = "dmarc.bad-syntax";
    static final String RUA_SYNTAX = "dmarc.rua-syntax";
    static final String P_INVALID = "dmarc.p-invalid";

    static final Set<String> POLICY_TAGS = Set.of("p", "sp", "np");

    private static final Pattern START = Pattern.compile("[vV][ \\t]*=[ \\t]*DMARC1[ \\t]*(;|$)");

    private static final Pattern QUOTES = Pattern.compile("[\"\\\\]");

    /// The tags whose value is a letter of a small set.
    private static final Map<String, Pattern> LETTERS =
            Map.of(
                    "adkim", Pattern.compile("(?i)[rs]"),
                    "aspf", Pattern.compile("(?i)[rs]"),
                    "t", Pattern.compile("(?i)[yn]"),
                    "psd", Pattern.compile("(?i)[ynu]"),
                    "fo", Pattern.compile("(?i)[01ds]"));

    public DmarcRecord {
        faults = List.copyOf(faults);
    }

    /// Whether TXT data is a DMARC record: the version first, in this case, then a semicolon or the
    /// end.
    public static boolean isDmarc(String text) {
        return START.matcher(text).lookingAt();
    }

    /// Reads text for which [#isDmarc] holds, by the grammar.
    public static Parsed<DmarcRecord> parse(String text) {
        var record = read(text);
        return record.faults().isEmpty()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(text, record.faults());
    }

    /// Reads what can be read; the record names its faults itself.
    public static DmarcRecord read(String text) {
        var tags = TagList.read(text, BAD_SYNTAX);
        var faults = new ArrayList<Fault>();
        tags.faults().forEach(fault -> faults.add(strayAddress(fault, text)));
        tags.tags().stream().flatMap(tag -> fault(tag).stream()).forEach(faults::add);
        for (var name : List.of("rua", "ruf")) {
            find(tags, name).stream()
                    .flatMap(tag -> ReportUriReader.all(tag).stream())
                    .filter(uri -> !uri.isUsable())
                    .forEach(uri ->
                            faults.add(new Fault(uri.at(), uri.text().length(), RUA_SYNTAX)));
        }
        return new DmarcRecord(text, tags, faults);
    }

    /// An address behind a semicolon was meant for the list before it.
    private static Fault strayAddress(Fault fault, String text) {
        return fault.in(text).indexOf('@') > 0
                ? new Fault(fault.at(), fault.length(), RUA_SYNTAX)
                : fault;
    }

    private static Optional<Fault> fault(TagList.Tag tag) {
        var name = tag.name().toLowerCase(Locale.ROOT);
        int length = tag.valueAt() + tag.value().length() - tag.at();
        if (POLICY_TAGS.contains(name) && Policy.of(tag.value()).isEmpty()) {
            return Optional.of(new Fault(tag.at(), length, P_INVALID));
        }
        return !hasItsLetters(name, tag.value()) || QUOTES.matcher(tag.value()).find()
                ? Optional.of(new Fault(tag.at(), length, BAD_SYNTAX))
                : Optional.empty();
    }

    /// Only `fo` may hold several.
    private static boolean hasItsLetters(String name, String value) {
        var letters = LETTERS.get(name);
        var parts = name.equals("fo") ? TagList.parts(value, ':') : List.of(value);
        return letters == null || parts.stream().allMatch(p -> letters.matcher(p).matches());
    }

    private static Optional<TagList.Tag> find(TagList tags, String name) {
        return tags.tags().stream().filter(t -> t.name().equalsIgnoreCase(name)).findFirst();
    }

    /// The first tag of this name, in any case.
    Optional<TagList.Tag> tag(String name) {
        return find(tags, name);
    }

    /// The value of a tag; empty when it is not there.
    String value(String name) {
        return tag(name).map(TagList.Tag::value).orElse("");
    }

    boolean has(String name) {
        return tag(name).isPresent();
    }

    /// The policy in `p`, `sp` or `np`, if there is a valid one.
    public Optional<Policy> policy(String name) {
        return tag(name).flatMap(tag -> Policy.of(tag.value()));
    }

    /// Whether the owner asks for one level less while testing.
    public boolean isTesting() {
        return value("t").equalsIgnoreCase("y");
    }

    /// Whether the name is that of a public suffix domain (`y`) or surely of none (`n`).
    public boolean isPsd(String letter) {
        return value("psd").equalsIgnoreCase(letter);
    }

    /// Whether `adkim` or `aspf` asks for strict alignment.
    public boolean isStrict(String name) {
        return value(name).equalsIgnoreCase("s");
    }

    /// Where aggregate reports go.
    public List<ReportUri> rua() {
        return uris("rua");
    }

    /// Where failure reports go.
    public List<ReportUri> ruf() {
        return uris("ruf");
    }

    private List<ReportUri> uris(String name) {
        return tag(name).map(ReportUriReader::all).orElse(List.of());
    }

    /// Whether aggregate reports can be sent somewhere.
    public boolean reports() {
        return rua().stream().anyMatch(ReportUri::isUsable);
    }

    /// Whether `p` is valid, and `sp` and `np` are where they stand.
    boolean hasValidPolicies() {
        return policy("p").isPresent()
                && POLICY_TAGS.stream().allMatch(name -> !has(name) || policy(name).isPresent());
    }

    /// The policy for the name where the record is. Without valid policies a record that asks for
    /// reports counts as `p=none`, any other as no record (RFC 9989 §4.10.1).
    public Optional<Policy> ownPolicy() {
        return hasValidPolicies() ? policy("p") : unreadable();
    }

    /// The policy for names below: `np` for those that do not exist, else `sp`, else `p`.
    public Optional<Policy> inheritedPolicy(boolean exists) {
        if (!hasValidPolicies()) {
            return unreadable();
        }
        return (exists ? Optional.<Policy>empty() : policy("np"))
                .or(() -> policy("sp"))
                .or(() -> policy("p"));
    }

    /// The policy by RFC 7489 §6.3, which knows no `np`: for the name where the record is, or for
    /// names below it.
    Optional<Policy> formerPolicy(boolean own) {
        if (policy("p").isEmpty() || (has("sp") && policy("sp").isEmpty())) {
            return unreadable();
        }
        return own ? policy("p") : policy("sp").or(() -> policy("p"));
    }

    private Optional<Policy> unreadable() {
        return reports() ? Optional.of(Policy.NONE) : Optional.empty();
    }
}
