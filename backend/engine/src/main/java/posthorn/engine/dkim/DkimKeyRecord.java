package posthorn.engine.dkim;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;

/// A published key (RFC 6376 §3.6.1), read as far as it can be read: without faults it is valid.
public record DkimKeyRecord(String text, TagList tags, DkimKey key, List<Fault> faults) {

    static final String BAD_VERSION = "dkim.bad-version";
    static final String BAD_SYNTAX = "dkim.bad-syntax";
    static final String BAD_KEY = "dkim.bad-key";

    /// The only version (RFC 6376 §3.6.1).
    static final String VERSION = "DKIM1";

    private static final String SHA256 = "sha256";

    public DkimKeyRecord {
        faults = List.copyOf(faults);
    }

    /// Reads text by the grammar.
    public static Parsed<DkimKeyRecord> parse(String text) {
        var record = read(text);
        return record.faults().isEmpty()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(text, record.faults());
    }

    /// Reads what can be read; the record names its faults itself.
    public static DkimKeyRecord read(String text) {
        var tags = TagList.read(text, BAD_SYNTAX);
        var key =
                tags.value("p")
                        .map(p -> KeyReader.read(type(tags), p))
                        .orElse(new DkimKey.Damaged(DkimKey.Problem.MISSING, text.length(), 0));
        var faults = new ArrayList<>(tags.faults());
        version(tags).ifPresent(faults::add);
        if (key instanceof DkimKey.Damaged || key instanceof DkimKey.WrongLength) {
            faults.add(keyFault(text, tags, key));
        }
        return new DkimKeyRecord(text, tags, key, faults);
    }

    private static Optional<Fault> version(TagList tags) {
        return tags.tag("v")
                .filter(v -> !v.value().equals(VERSION) || !v.equals(tags.tags().getFirst()))
                .map(v ->
                        new Fault(v.at(), v.valueAt() + v.value().length() - v.at(), BAD_VERSION));
    }

    private static Fault keyFault(String text, TagList tags, DkimKey key) {
        return tags.tag("p")
                .map(p ->
                        key instanceof DkimKey.Damaged(var problem, var position, _)
                                        && isInText(problem)
                                ? oneCharacter(p.valueAt() + position, text)
                                : new Fault(p.valueAt(), p.value().length(), BAD_KEY))
                .orElse(new Fault(0, text.length(), BAD_KEY));
    }

    /// None where the mistake is that the text ends.
    private static Fault oneCharacter(int at, String text) {
        return new Fault(at, Math.min(1, text.length() - at), BAD_KEY);
    }

    private static boolean isInText(DkimKey.Problem problem) {
        return problem == DkimKey.Problem.QUOTES || problem == DkimKey.Problem.BASE64;
    }

    private static String type(TagList tags) {
        return tags.value("k").orElse(KeyReader.RSA);
    }

    /// The kind of key: `rsa` where the record names none.
    public String type() {
        return type(tags);
    }

    /// Whether a verifier can use the record at all.
    public boolean isUsable() {
        return key.isUsable() && faults.isEmpty() && acceptsSha256() && isForMail();
    }

    /// Whether the key is withdrawn.
    public boolean isRevoked() {
        return key instanceof DkimKey.Revoked;
    }

    /// The values of a list parted by colons; none when the tag is not there.
    List<String> list(String tag) {
        return tags.value(tag).stream().flatMap(v -> TagList.parts(v, ':').stream()).toList();
    }

    boolean acceptsSha256() {
        return accepts(SHA256);
    }

    /// Whether signatures may use this hash, such as `sha256`; without `h` all are accepted.
    public boolean accepts(String hash) {
        return tags.tag("h").isEmpty() || list("h").contains(hash);
    }

    /// Whether the owner is testing: flag `y` (RFC 6376 §3.6.1).
    public boolean isTesting() {
        return hasFlag("y");
    }

    /// Whether `i` of a signature must name the domain of `d` itself: flag `s`.
    public boolean isStrict() {
        return hasFlag("s");
    }

    /// Without `s` the key serves all services.
    public boolean isForMail() {
        return tags.tag("s").isEmpty() || list("s").contains("*") || list("s").contains("email");
    }

    boolean hasFlag(String flag) {
        return list("t").contains(flag);
    }

    /// Whether somebody meant this to be a key.
    boolean looksLikeKey() {
        return tags.tag("p").isPresent()
                || tags.tags().stream().anyMatch(tag -> tag.value().equalsIgnoreCase(VERSION));
    }

    /// The same key in a record without anything that disturbs; empty where the key cannot be told.
    Optional<String> cleaned() {
        return tags.value("p")
                .map(p -> KeyReader.withoutBlanks(p.replaceAll("[\"'\\\\`]", "")))
                .flatMap(this::cleaned);
    }

    private Optional<String> cleaned(String p) {
        var type = type().toLowerCase(Locale.ROOT).strip();
        var asNamed = KeyReader.read(type, p);
        return asNamed instanceof DkimKey.UnknownType
                ? Stream.of(KeyReader.RSA, KeyReader.ED25519)
                        .flatMap(other -> cleaned(other, p, KeyReader.read(other, p)).stream())
                        .findFirst()
                : cleaned(type, p, asNamed);
    }

    private Optional<String> cleaned(String type, String p, DkimKey key) {
        var better =
                switch (key) {
                    case DkimKey.Rsa rsa when rsa.bare() ->
                            Base64.getEncoder().encodeToString(RsaKeyReader.write(rsa));
                    case DkimKey.Rsa _, DkimKey.Ed25519 _ -> p;
                    case DkimKey.WrongLength(_, var raw) -> raw;
                    case DkimKey.Revoked _, DkimKey.UnknownType _, DkimKey.Damaged _ -> "";
                };
        boolean withdrawn = key instanceof DkimKey.Revoked;
        if (better.isEmpty() && !withdrawn) {
            return Optional.empty();
        }
        var strict = hasFlag("s") ? "; t=s" : "";
        return Optional.of("v=DKIM1; k=" + type + strict + "; p=" + better);
    }
}
