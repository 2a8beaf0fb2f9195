package posthorn.engine.records;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;

/// One question, and what each place answered.
public record Row(Question question, List<Seen> seen) {

    public Row {
        seen = List.copyOf(seen);
    }

    /// One answer.
    public record Seen(Place place, Answer<Rdata> answer) {

        /// Whether it is an answer: an alias is one, even if this place cannot follow it.
        boolean isKnown() {
            return !answer.isFailed() || !answer.aliases().isEmpty();
        }

        /// What makes two answers the same: the records in any order, or where an alias points.
        private List<String> content() {
            return answer.aliases().isEmpty()
                    ? answer.records().stream().map(MasterText::of).sorted().toList()
                    : List.of("CNAME " + answer.aliases().getFirst());
        }
    }

    /// Places that gave the same answer.
    public record Version(List<Seen> seen) {
        public Version {
            seen = List.copyOf(seen);
        }

        /// One of the answers: of a name server rather than of a resolver, whose time to live has
        /// begun to run down.
        public Answer<Rdata> answer() {
            return seen.stream()
                    .filter(one -> one.place() instanceof Place.NameServer)
                    .filter(one -> !one.answer().isFailed())
                    .findFirst()
                    .or(() -> seen.stream().filter(one -> !one.answer().isFailed()).findFirst())
                    .orElse(seen.getFirst())
                    .answer();
        }

        /// The places.
        public List<Place> places() {
            return seen.stream().map(Seen::place).toList();
        }
    }

    /// The different answers; the one most places gave comes first.
    public List<Version> versions() {
        var byContent = new LinkedHashMap<List<String>, List<Seen>>();
        for (var one : seen) {
            if (one.isKnown()) {
                byContent.computeIfAbsent(one.content(), _ -> new ArrayList<>()).add(one);
            }
        }
        return byContent.values().stream()
                .map(Version::new)
                .sorted(Comparator.comparingInt(version -> -version.seen().size()))
                .toList();
    }

    /// Those who gave no answer.
    public List<Seen> silent() {
        return seen.stream().filter(one -> !one.isKnown()).toList();
    }

    /// Whether any two places contradict each other.
    public boolean differs() {
        return versions().size() > 1;
    }

    /// Whether nobody answered.
    public boolean isUnknown() {
        return versions().isEmpty();
    }

    /// Whether it is known that there is nothing.
    public boolean isEmpty() {
        var versions = versions();
        return versions.size() == 1
                && versions.getFirst().answer().isVoid()
                && versions.getFirst().answer().aliases().isEmpty();
    }
}
