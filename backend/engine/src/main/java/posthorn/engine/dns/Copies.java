package posthorn.engine.dns;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// The records of one name and type, as each server of the zone has them.
///
/// @param first the answers of all servers
/// @param again their answers to the same question over TCP; asked where the first differ
record Copies(DnsName name, RecordType type, List<Copy> first, List<Copy> again) {

    Copies {
        first = List.copyOf(first);
        again = List.copyOf(again);
    }

    /// What one server has.
    record Copy(DnsName server, Answer<Rdata> answer) {

        /// Whether it is knowledge, and the server's own.
        boolean counts() {
            return !answer.isFailed()
                    && answer.source().authoritative()
                    && answer.aliases().isEmpty();
        }

        /// The records as text, in an order of their own.
        List<String> texts() {
            return answer.records().stream().map(Rdata::toString).sorted().toList();
        }

        /// The records that mail depends on: of TXT those of SPF and DMARC.
        List<String> essence() {
            return answer.records().stream()
                    .filter(Copy::isEssential)
                    .map(Rdata::toString)
                    .sorted()
                    .toList();
        }

        private static boolean isEssential(Rdata record) {
            if (!(record instanceof Rdata.Text text)) {
                return true;
            }
            var start = text.joined().toLowerCase(Locale.ROOT);
            return start.startsWith("v=spf1") || start.startsWith("v=dmarc1");
        }
    }

    /// Whether the servers have different records, going by `first`.
    boolean differ() {
        return differ(first);
    }

    private static boolean differ(List<Copy> copies) {
        return counting(copies).map(Copy::texts).distinct().count() > 1;
    }

    /// Whether they differ in what mail depends on, and did so twice.
    boolean surelyDiffer() {
        return differInEssence(first) && differInEssence(again);
    }

    private static boolean differInEssence(List<Copy> copies) {
        return counting(copies).map(Copy::essence).distinct().count() > 1;
    }

    /// Whether the second answers took the difference back.
    boolean isTakenBack() {
        return again.stream().allMatch(Copy::counts) && !differ(again);
    }

    Stream<Copy> counting() {
        return counting(first);
    }

    private static Stream<Copy> counting(List<Copy> copies) {
        return copies.stream().filter(Copy::counts);
    }
}
