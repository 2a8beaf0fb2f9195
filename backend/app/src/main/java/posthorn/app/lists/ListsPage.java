package posthorn.app.lists;

import java.util.List;
import posthorn.app.platform.web.Moment;

/// The page of all lists, ready to show.
///
/// @param asked the lists that are asked
/// @param waiting those that wait for the operator, or are switched off
record ListsPage(List<Row> asked, List<Row> waiting, List<Turn> changes, List<Ended> closed) {

    /// A list.
    ///
    /// @param kinds what it lists
    /// @param usedBy who is known to ask it, or nothing
    record Row(
            String name,
            String zone,
            String tier,
            List<String> kinds,
            String usedBy,
            List<State> states,
            List<Code> codes,
            String terms,
            String delist,
            String removal) {

        Row {
            kinds = List.copyOf(kinds);
            states = List.copyOf(states);
            codes = List.copyOf(codes);
        }
    }

    /// How it is for one kind of subjects.
    ///
    /// @param of which kind and, where there are several, which resolver; empty for all
    /// @param shape of the badge
    /// @param detail what the test asked and got, or nothing
    /// @param off whether checks do not ask it
    /// @param since one point in time, or none
    record State(
            String of, String word, String shape, String detail, boolean off, List<Moment> since) {

        State {
            since = List.copyOf(since);
        }
    }

    /// An answer of the list, the list's own word for it, and what it means.
    record Code(String answer, String label, String meaning) {}

    /// What became different.
    record Turn(Moment at, String list, String of, String before, String after, boolean off) {}

    /// A closed list.
    record Ended(String zones, String since, String reason) {}

    ListsPage {
        asked = List.copyOf(asked);
        waiting = List.copyOf(waiting);
        changes = List.copyOf(changes);
        closed = List.copyOf(closed);
    }
}
