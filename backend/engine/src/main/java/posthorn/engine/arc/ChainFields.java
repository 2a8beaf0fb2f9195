package posthorn.engine.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import posthorn.engine.authres.ArcAuthResults;
import posthorn.engine.authres.Deviation;
import posthorn.engine.message.HeaderField;
import posthorn.engine.message.HeaderSection;
import posthorn.engine.signature.SignatureTags;

/// The fields of a chain put together to sets, and what is wrong with that already (RFC 8617 §5.2,
/// steps 1 to 3).
///
/// @param reason [ChainReason#HOLDS] if nothing is
/// @param sets the complete ones, the oldest first
record ChainFields(ChainReason reason, int instance, List<ArcFields> sets) {

    /// RFC 8617 §4.2.1.
    private static final int MAX_SETS = ArcAuthResults.MAX_INSTANCE;

    ChainFields {
        sets = List.copyOf(sets);
    }

    static ChainFields read(HeaderSection header) {
        var results = header.all("arc-authentication-results");
        var messages = header.all("arc-message-signature");
        var seals = header.all("arc-seal");
        if (header.isCut()) {
            return of(ChainReason.HEADER_TOO_LARGE);
        }
        if (results.isEmpty() && messages.isEmpty() && seals.isEmpty()) {
            return of(ChainReason.NO_SETS);
        }
        int most = Math.max(results.size(), Math.max(messages.size(), seals.size()));
        return most > MAX_SETS
                ? of(ChainReason.TOO_MANY_SETS)
                : new Reader(results, messages, seals).read();
    }

    private static ChainFields of(ChainReason reason) {
        return new ChainFields(reason, 0, List.of());
    }

    private static final class Reader {

        private static final int UNREADABLE = 0;

        private final NavigableMap<Integer, List<Results>> results;
        private final NavigableMap<Integer, List<SignatureTags>> messages;
        private final NavigableMap<Integer, List<SignatureTags>> seals;

        private record Results(HeaderField field, ArcAuthResults claims) {

            static Results read(HeaderField field) {
                return new Results(field, ArcAuthResults.read(field.rawBody()));
            }

            /// The number is parted from the rest by a semicolon, else it is none (RFC 8617
            /// §4.1.1).
            int instance() {
                boolean readable =
                        claims.field().deviations().stream()
                                .noneMatch(d -> d.kind() == Deviation.Kind.NO_INSTANCE);
                return readable ? claims.instance() : UNREADABLE;
            }
        }

        Reader(List<HeaderField> results, List<HeaderField> messages, List<HeaderField> seals) {
            this.results = byInstance(results, Results::read, Results::instance);
            this.messages = byInstance(messages, SignatureTags::read, Reader::instance);
            this.seals = byInstance(seals, SignatureTags::read, Reader::instance);
        }

        private static <F> NavigableMap<Integer, List<F>> byInstance(
                List<HeaderField> fields,
                Function<HeaderField, F> read,
                Function<F, Integer> instance) {
            var sets = new TreeMap<Integer, List<F>>();
            for (var field : fields) {
                var one = read.apply(field);
                sets.computeIfAbsent(instance.apply(one), _ -> new ArrayList<>()).add(one);
            }
            return sets;
        }

        /// The number of a set, one or two digits (RFC 8617 §4.2.1).
        private static int instance(SignatureTags tags) {
            var text = tags.raw("i");
            boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
            return digits && !text.isEmpty() && text.length() <= 2
                    ? Integer.parseInt(text)
                    : UNREADABLE;
        }

        ChainFields read() {
            var sets = complete();
            if (newest() > MAX_SETS) {
                return new ChainFields(ChainReason.TOO_MANY_SETS, newest(), sets);
            }
            for (var says : seals.entrySet()) {
                if (says.getValue().stream().anyMatch(Reader::saysFailed)) {
                    return new ChainFields(ChainReason.SEALED_AS_FAILED, says.getKey(), sets);
                }
            }
            if (has(UNREADABLE)) {
                return new ChainFields(ChainReason.INSTANCE, 0, sets);
            }
            return inOrder(sets);
        }

        private ChainFields inOrder(List<ArcFields> sets) {
            for (int instance = 1; instance <= newest(); instance++) {
                var reason = complete(instance);
                if (reason != ChainReason.HOLDS) {
                    return new ChainFields(reason, instance, sets);
                }
            }
            for (var set : sets) {
                if (!set.saysItsStatus()) {
                    return new ChainFields(ChainReason.STATUS, set.instance(), sets);
                }
            }
            return new ChainFields(ChainReason.HOLDS, 0, sets);
        }

        private ChainReason complete(int instance) {
            if (!has(instance)) {
                return ChainReason.GAP;
            }
            var counts =
                    List.of(
                            count(results, instance),
                            count(messages, instance),
                            count(seals, instance));
            if (counts.contains(0)) {
                return ChainReason.INCOMPLETE;
            }
            return counts.stream().allMatch(count -> count == 1)
                    ? ChainReason.HOLDS
                    : ChainReason.DUPLICATE;
        }

        private static <F> int count(SortedMap<Integer, List<F>> sets, int instance) {
            return sets.getOrDefault(instance, List.of()).size();
        }

        private static boolean saysFailed(SignatureTags seal) {
            return ArcFields.status(seal).equals("fail");
        }

        private boolean has(int instance) {
            return results.containsKey(instance)
                    || messages.containsKey(instance)
                    || seals.containsKey(instance);
        }

        private int newest() {
            return Math.max(newest(results), Math.max(newest(messages), newest(seals)));
        }

        private static <F> int newest(NavigableMap<Integer, List<F>> sets) {
            return sets.isEmpty() ? 0 : sets.lastKey();
        }

        private List<ArcFields> complete() {
            var sets = new ArrayList<ArcFields>();
            for (var seal : seals.entrySet()) {
                int instance = seal.getKey();
                var result = results.get(instance);
                var message = messages.get(instance);
                if (instance != UNREADABLE && result != null && message != null) {
                    var first = result.getFirst();
                    sets.add(
                            new ArcFields(
                                    instance,
                                    first.field(),
                                    first.claims(),
                                    message.getFirst(),
                                    seal.getValue().getFirst()));
                }
            }
            return sets;
        }
    }
}
