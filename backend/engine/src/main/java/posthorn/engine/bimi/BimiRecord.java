package posthorn.engine.bimi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import posthorn.engine.check.Parsed;
import posthorn.engine.check.Parsed.Fault;
import posthorn.engine.dkim.TagList;

/// The record that says where the logo of a domain is (BIMI draft §4.3), read as far as it can be
/// read.
public record BimiRecord(String text, TagList tags, List<Slip> slips) {

    static final String SYNTAX = "bimi.syntax";

    private static final String VERSION = "BIMI1";
    private static final Set<String> KNOWN = Set.of("v", "l", "a", "lps", "avp");
    private static final Pattern MEANT =
            Pattern.compile(
                    "(?i)[ \t\"']{0,9}v?[ \t]{0,9}[=:]?[ \t\"']{0,9}BIMI|.*\\bl=https?://.*");

    /// One place where the record is not as it should be.
    record Slip(Kind kind, Fault fault) {}

    /// What is wrong there.
    enum Kind {
        /// The version is missing, not first, or another one.
        VERSION,
        /// No list of tags, or a tag twice.
        FIELD,
        /// The tag `l` is missing.
        LOCATION,
        /// What should be an address of the web is none.
        ADDRESS,
        /// An address does not begin with https.
        NO_HTTPS,
        /// A certificate, but no logo beside it.
        NO_LOGO,
        /// The version in lower case: the draft's prose forbids it, its readers take it.
        VERSION_CASE,
        /// A tag nobody knows is passed over.
        UNKNOWN_TAG;

        /// Whether receivers pass the whole record over.
        boolean isFatal() {
            return compareTo(VERSION_CASE) < 0;
        }
    }

    public BimiRecord {
        slips = List.copyOf(slips);
    }

    /// Whether text counts as a record: the version stands first.
    static boolean isRecord(String text) {
        var tags = TagList.read(text, SYNTAX).tags();
        return !tags.isEmpty()
                && tags.getFirst().name().equals("v")
                && tags.getFirst().value().equalsIgnoreCase(VERSION)
                && text.stripLeading().startsWith("v");
    }

    /// Whether text was meant as a record.
    static boolean isMeant(String text) {
        return MEANT.matcher(text).lookingAt();
    }

    /// Reads text by the grammar. What receivers pass over without harm does not make it malformed.
    public static Parsed<BimiRecord> parse(String text) {
        var record = read(text);
        return record.isUsable()
                ? new Parsed.Valid<>(record)
                : new Parsed.Malformed<>(text, record.slips().stream().map(Slip::fault).toList());
    }

    /// Reads what can be read; the record names its faults itself.
    static BimiRecord read(String text) {
        var tags = TagList.read(text, SYNTAX);
        var slips = new ArrayList<Slip>();
        if (!isRecord(text)) {
            slips.add(new Slip(Kind.VERSION, new Fault(0, Math.min(text.length(), 7), SYNTAX)));
        } else if (!tags.tags().getFirst().value().equals(VERSION)) {
            slips.add(slip(Kind.VERSION_CASE, tags.tags().getFirst()));
        }
        tags.faults().forEach(fault -> slips.add(new Slip(Kind.FIELD, fault)));
        tags.tags().stream()
                .filter(tag -> !KNOWN.contains(tag.name()))
                .forEach(tag -> slips.add(slip(Kind.UNKNOWN_TAG, tag)));
        addresses(tags, slips, text.length());
        return new BimiRecord(text, tags, slips);
    }

    private static void addresses(TagList tags, List<Slip> slips, int end) {
        var logo = tags.tag("l");
        var evidence = tags.tag("a");
        if (logo.isEmpty()) {
            slips.add(new Slip(Kind.LOCATION, new Fault(end, 0, SYNTAX)));
        }
        logo.flatMap(BimiRecord::slip).ifPresent(slips::add);
        evidence.flatMap(BimiRecord::slip).ifPresent(slips::add);
        logo.filter(tag -> tag.value().isEmpty())
                .filter(_ -> evidence.filter(tag -> !tag.value().isEmpty()).isPresent())
                .ifPresent(tag -> slips.add(slip(Kind.NO_LOGO, tag)));
    }

    private static Optional<Slip> slip(TagList.Tag tag) {
        if (tag.value().isEmpty() || (isHttps(tag.value()) && address(tag.value()).isPresent())) {
            return Optional.empty();
        }
        boolean other = tag.value().toLowerCase(Locale.ROOT).matches("[a-z]+://.*");
        return Optional.of(
                slip(other && !isHttps(tag.value()) ? Kind.NO_HTTPS : Kind.ADDRESS, tag));
    }

    private static Slip slip(Kind kind, TagList.Tag tag) {
        int length = tag.valueAt() + tag.value().length() - tag.at();
        return new Slip(kind, new Fault(tag.at(), length, SYNTAX));
    }

    private static boolean isHttps(String value) {
        return value.regionMatches(true, 0, "https://", 0, 8);
    }

    private static Optional<URI> address(String value) {
        try {
            return Optional.of(new URI(value)).filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /// Whether receivers go by it.
    public boolean isUsable() {
        return slips.stream().noneMatch(slip -> slip.kind().isFatal());
    }

    /// Whether the domain says that it wants no logo shown: both addresses are empty.
    public boolean isDeclined() {
        return isUsable() && value("l").isEmpty() && value("a").isEmpty();
    }

    /// Where the logo is; empty where the record is not gone by, or names none.
    public Optional<URI> logo() {
        return isUsable() ? address(value("l")) : Optional.empty();
    }

    /// Where the certificate of the logo is, if there is one.
    public Optional<URI> evidence() {
        return isUsable() ? address(value("a")) : Optional.empty();
    }

    private String value(String tag) {
        return tags.value(tag).orElse("");
    }

    /// What is wrong with it, each once.
    List<Kind> kinds() {
        return slips.stream().map(Slip::kind).distinct().sorted().toList();
    }

    /// The record as it should be; empty where nobody knows what was meant.
    Optional<String> cleaned() {
        var logo = clean("l");
        var evidence = clean("a");
        boolean known = address(logo).isPresent() || isDeclined();
        boolean fine = evidence.isEmpty() || address(evidence).isPresent();
        return known && fine
                ? Optional.of(
                        tags.tags().stream()
                                .filter(tag -> Set.of("lps", "avp").contains(tag.name()))
                                .filter(tag -> tags.tag(tag.name()).filter(tag::equals).isPresent())
                                .map(tag -> "; " + tag.name() + "=" + tag.value())
                                .filter(BimiRecord::isPrintable)
                                .collect(
                                        Collectors.joining(
                                                "",
                                                "v=" + VERSION + "; l=" + logo,
                                                "; a=" + evidence)))
                : Optional.empty();
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }

    /// The address of a tag with https in front.
    private String clean(String tag) {
        var value = value(tag).replaceFirst("(?i)^http://", "https://");
        return isHttps(value) && isPrintable(value) ? value : "";
    }
}
