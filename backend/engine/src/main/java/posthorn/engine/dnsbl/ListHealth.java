package posthorn.engine.dnsbl;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;

/// Whether a list can be trusted today for subjects of one kind (RFC 5782 §5).
public sealed interface ListHealth {

    int AT_ONCE = 16;
    int MAX_TEXT = 200;

    /// The words with which lists take their leave.
    Pattern END =
            Pattern.compile(
                    "\\b(closed|closing|discontinued|decommissioned|retired|no longer"
                            + " (?:active|available|in service|maintained|operational|updated)"
                            + "|shut(?:s|ting)?[ -]?down|shutdown|ceased|end of life)\\b",
                    Pattern.CASE_INSENSITIVE);

    /// The list.
    DnsList list();

    /// The kind of subjects it was tested for.
    SubjectKind kind();

    /// It lists its test entry, and neither what no list may list nor what no list can know.
    record Healthy(DnsList list, SubjectKind kind) implements ListHealth {}

    /// It failed the test.
    ///
    /// @param point what it was asked about
    /// @param seen what it answered
    record Unusable(
            DnsList list, SubjectKind kind, Trouble trouble, String point, List<String> seen)
            implements ListHealth {
        public Unusable {
            seen = List.copyOf(seen);
        }
    }

    /// It failed its tests before and is not asked until it passes them.
    record Off(DnsList list, SubjectKind kind, Disabled disabled) implements ListHealth {}

    /// Tests every list that may be asked, for each kind it lists, disabled or not; also whether
    /// its test entry says that it has closed.
    static List<ListHealth> all(ListTable table, Outside outside) {
        return all(table.lists(), outside);
    }

    /// Tests those of these lists that may be asked.
    static List<ListHealth> all(Collection<DnsList> lists, Outside outside) {
        var pairs =
                lists.stream()
                        .filter(list -> list.readiness() == DnsList.Readiness.READY)
                        .flatMap(list ->
                                list.lists().stream().sorted().map(kind -> new Pair(list, kind)))
                        .toList();
        return Parallel.map(pairs, AT_ONCE, pair -> thoroughly(pair, outside.dns()));
    }

    /// A list and a kind of subjects it is asked about.
    record Pair(DnsList list, SubjectKind kind) {}

    private static ListHealth thoroughly(Pair pair, Dns dns) {
        var health = of(pair, dns);
        return health instanceof Healthy ? closed(pair, dns).orElse(health) : health;
    }

    /// Many a list that ends says so at its test entry before it does.
    private static Optional<ListHealth> closed(Pair pair, Dns dns) {
        return pair.list()
                .points()
                .listed(pair.kind())
                .flatMap(point ->
                        dns.txt(point.in(pair.list().zone())).records().stream()
                                .map(Rdata.Text::joined)
                                .filter(text -> END.matcher(text).find())
                                .findFirst()
                                .map(text ->
                                        unusable(
                                                pair,
                                                Trouble.SHUT_DOWN,
                                                point,
                                                List.of(cut(text)))));
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }

    /// Tests this list for this kind.
    static ListHealth of(Pair pair, Dns dns) {
        var points = pair.list().points();
        return points.listed(pair.kind())
                .flatMap(point -> notListed(pair, point, dns))
                .or(() ->
                        points.clean(pair.kind()).flatMap(point -> wronglyListed(pair, point, dns)))
                .or(() ->
                        wronglyListed(pair, TestPoint.random(pair.kind(), pair.list().zone()), dns))
                .orElseGet(() -> new Healthy(pair.list(), pair.kind()));
    }

    private static Optional<ListHealth> notListed(Pair pair, TestPoint point, Dns dns) {
        return switch (asked(pair, point, dns)) {
            case ListAnswer.Coded _ -> Optional.empty();
            case ListAnswer.Clean _ ->
                    Optional.of(unusable(pair, Trouble.NO_TEST_ENTRY, point, List.of("-")));
            case ListAnswer.Unclear(var trouble, var seen)
                    when trouble == Trouble.UNKNOWN_CODE && isTestCode(pair.list(), seen) ->
                    Optional.empty();
            case ListAnswer.Unclear(var trouble, var seen) ->
                    Optional.of(unusable(pair, trouble, point, seen));
        };
    }

    /// Test entries may answer 127.0.0.2 whatever the list's codes (RFC 5782 §5), or more bits than
    /// are documented.
    private static boolean isTestCode(DnsList list, List<String> seen) {
        return seen.equals(List.of("127.0.0.2"))
                || seen.stream()
                        .flatMap(text -> IpText.four(text).stream())
                        .anyMatch(a -> list.codes().stream().anyMatch(c -> c.explains(a) != 0));
    }

    private static Optional<ListHealth> wronglyListed(Pair pair, TestPoint point, Dns dns) {
        return switch (asked(pair, point, dns)) {
            case ListAnswer.Clean _ -> Optional.empty();
            case ListAnswer.Coded(_, var seen) ->
                    Optional.of(unusable(pair, Trouble.LISTS_EVERYTHING, point, seen));
            case ListAnswer.Unclear(var trouble, var seen) when trouble == Trouble.UNKNOWN_CODE ->
                    Optional.of(unusable(pair, Trouble.LISTS_EVERYTHING, point, seen));
            case ListAnswer.Unclear(var trouble, var seen) ->
                    Optional.of(unusable(pair, trouble, point, seen));
        };
    }

    private static ListAnswer asked(Pair pair, TestPoint point, Dns dns) {
        return ListAnswer.of(pair.list(), dns.a(point.in(pair.list().zone())));
    }

    private static ListHealth unusable(
            Pair pair, Trouble trouble, TestPoint point, List<String> seen) {
        return new Unusable(pair.list(), pair.kind(), trouble, point.text(), seen);
    }
}
