package posthorn.engine.bimi;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Rdata;

/// The CAA records that decide about a name (RFC 8659 §3).
record CaaSet(List<Rdata.Caa> records) {

    static final String ISSUE = "issue";
    static final String WILDCARD = "issuewild";
    static final String MAIL = "issuemail"; // RFC 9495
    static final String MARKS = "issuevmc"; // VMC requirements §4.2.2.1

    private static final String REPORT = "iodef";
    private static final Set<String> ISSUERS = Set.of(ISSUE, WILDCARD, MAIL, MARKS);
    private static final Set<String> OTHERS = Set.of(REPORT, "contactemail", "contactphone");
    private static final int CRITICAL = 0x80;

    /// What is wrong with a record.
    enum Fault {
        /// The value follows no grammar: it counts as naming nobody.
        VALUE,
        /// A property nobody knows is passed over.
        UNKNOWN_TAG,
        /// Reports go to neither a mail address nor a web address.
        REPORT;

        /// Whether it keeps authorities from issuing.
        boolean isFatal() {
            return this == VALUE;
        }
    }

    CaaSet {
        records = List.copyOf(records);
    }

    private static String tag(Rdata.Caa record) {
        return record.tag().toLowerCase(Locale.ROOT);
    }

    private Stream<Rdata.Caa> all(String tag) {
        return records.stream().filter(record -> tag(record).equals(tag));
    }

    boolean has(String tag) {
        return all(tag).findAny().isPresent();
    }

    /// The issuers a property names, in order and each once.
    List<String> issuers(String tag) {
        return all(tag).map(record -> CaaValue.read(record.value()).issuer())
                .filter(issuer -> !issuer.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /// The property that decides about a certificate, if one does.
    Optional<String> decisive(boolean wildcard) {
        return Stream.of(WILDCARD, ISSUE)
                .filter(tag -> wildcard || tag.equals(ISSUE))
                .filter(this::has)
                .findFirst();
    }

    /// Whether each value of a property can be read.
    boolean isReadable(String tag) {
        return all(tag).allMatch(record -> CaaValue.read(record.value()).isValid());
    }

    /// Records of properties that an authority must know before it may issue, and that nobody knows
    /// (RFC 8659 §4.5).
    List<Rdata.Caa> critical() {
        return records.stream()
                .filter(record -> (record.flags() & CRITICAL) != 0)
                .filter(record -> !isKnown(record))
                .toList();
    }

    private static boolean isKnown(Rdata.Caa record) {
        return ISSUERS.contains(tag(record)) || OTHERS.contains(tag(record));
    }

    /// The records that are not as they should be, apart from critical ones.
    List<Rdata.Caa> faulty() {
        return records.stream()
                .filter(record -> fault(record).isPresent())
                .filter(record -> !critical().contains(record))
                .toList();
    }

    static Optional<Fault> fault(Rdata.Caa record) {
        if (!isKnown(record)) {
            return Optional.of(Fault.UNKNOWN_TAG);
        }
        if (ISSUERS.contains(tag(record)) && !CaaValue.read(record.value()).isValid()) {
            return Optional.of(Fault.VALUE);
        }
        boolean reports = record.value().toLowerCase(Locale.ROOT).matches("(mailto:|https?://).+");
        return tag(record).equals(REPORT) && !reports
                ? Optional.of(Fault.REPORT)
                : Optional.empty();
    }

    /// The records as a master file writes them, sorted.
    List<String> texts() {
        return records.stream().map(MasterText::of).sorted().toList();
    }

    @Override
    public String toString() {
        return texts().stream().collect(Collectors.joining(", "));
    }
}
