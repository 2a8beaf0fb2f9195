package posthorn.engine.dnsbl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which lists are asked about which subjects, so that one check stays within a number of
/// questions.
///
/// @param leftOutLists the lists that found no room, least important ones first to go
/// @param leftOut the addresses that found no room
record Plan(
        List<DnsList> lists,
        List<Subject> subjects,
        List<DnsList> leftOutLists,
        List<Subject> leftOut) {

    static final int MAX_ADDRESSES = 10;
    static final int MAX_QUESTIONS = 100;

    private static final int QUESTIONS_OF_TEST = 3;

    Plan {
        lists = List.copyOf(lists);
        subjects = List.copyOf(subjects);
        leftOutLists = List.copyOf(leftOutLists);
        leftOut = List.copyOf(leftOut);
    }

    /// As many lists as possible, the important ones first; then as many subjects. Names come first
    /// among the subjects, then addresses, each as given.
    static Plan of(List<DnsList> ready, List<Subject> subjects) {
        var byTier = ready.stream().sorted(Comparator.comparing(DnsList::tier)).toList();
        var few = subjects.subList(0, Math.min(names(subjects) + 1, subjects.size()));
        int lists = byTier.size();
        while (lists > 0 && questions(byTier.subList(0, lists), few) > MAX_QUESTIONS) {
            lists--;
        }
        var asked = byTier.subList(0, lists);
        int some = Math.min(subjects.size(), MAX_ADDRESSES + names(subjects));
        while (some > few.size() && questions(asked, subjects.subList(0, some)) > MAX_QUESTIONS) {
            some--;
        }
        return new Plan(
                asked,
                subjects.subList(0, some),
                byTier.subList(lists, byTier.size()),
                subjects.subList(some, subjects.size()));
    }

    private static int names(List<Subject> subjects) {
        return (int) subjects.stream().filter(s -> s.kind() == SubjectKind.DOMAIN).count();
    }

    /// The lists with the kinds of subjects they are needed for.
    List<ListHealth.Pair> pairs() {
        return pairs(lists, subjects);
    }

    private static List<ListHealth.Pair> pairs(List<DnsList> lists, List<Subject> subjects) {
        var kinds = subjects.stream().map(Subject::kind).distinct().sorted().toList();
        var pairs = new ArrayList<ListHealth.Pair>();
        for (var list : lists) {
            kinds.stream()
                    .filter(list.lists()::contains)
                    .forEach(kind -> pairs.add(new ListHealth.Pair(list, kind)));
        }
        return pairs;
    }

    private static int questions(List<DnsList> lists, List<Subject> subjects) {
        int about =
                lists.stream()
                        .mapToInt(list -> (int) subjects.stream().filter(list::knows).count())
                        .sum();
        return QUESTIONS_OF_TEST * pairs(lists, subjects).size() + about;
    }
}
