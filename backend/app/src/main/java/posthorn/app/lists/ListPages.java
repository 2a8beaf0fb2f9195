package posthorn.app.lists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import posthorn.app.platform.web.Moment;
import posthorn.app.platform.web.Moments;
import posthorn.app.platform.web.Shown;
import posthorn.engine.dnsbl.DeadList;
import posthorn.engine.dnsbl.DnsList;
import posthorn.engine.dnsbl.ListCode;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.SubjectKind;
import posthorn.engine.outside.IpText;
import posthorn.engine.text.Texts;

/// Puts the lists and how they are into words.
@Component
class ListPages {

    private static final int CHANGES = 20;

    private final Lists lists;
    private final Moments moments;
    private final MessageSource messages;

    ListPages(Lists lists, Moments moments, MessageSource messages) {
        this.lists = lists;
        this.moments = moments;
        this.messages = messages;
    }

    /// The page for a reader of this language.
    ListsPage page(Locale locale) {
        return new Words(lists.table(), lists.standings(), locale).page();
    }

    /// One page in the making.
    private final class Words {

        private final ListTable table;
        private final Map<ListKey, Standing> standings;
        private final Locale locale;
        private final Texts texts;
        private final boolean hasOthers;

        Words(ListTable table, Map<ListKey, Standing> standings, Locale locale) {
            this.table = table;
            this.standings = standings;
            this.locale = locale;
            this.texts = Texts.in(locale);
            this.hasOthers = standings.keySet().stream().anyMatch(key -> key.resolver() > 1);
        }

        ListsPage page() {
            var ready = table.ready();
            var rest = table.lists().stream().filter(list -> !ready.contains(list)).toList();
            return new ListsPage(
                    rows(ready),
                    rows(rest),
                    lists.changes(CHANGES).stream().map(this::turn).toList(),
                    table.dead().stream().map(this::ended).toList());
        }

        private List<ListsPage.Row> rows(List<DnsList> some) {
            return some.stream()
                    .sorted(Comparator.comparing(DnsList::tier))
                    .map(this::row)
                    .toList();
        }

        private ListsPage.Row row(DnsList list) {
            return new ListsPage.Row(
                    Shown.of(list.name()),
                    Shown.of(list.zone()),
                    say("lists.tier." + list.tier()),
                    list.lists().stream().sorted().map(this::kind).toList(),
                    Shown.of(String.join(", ", list.usedBy())),
                    states(list),
                    list.codes().stream().map(this::code).toList(),
                    list.terms(),
                    list.delist(),
                    texts.word("removal", list.removal()));
        }

        private String kind(SubjectKind kind) {
            return say("lists.kind." + kind.name());
        }

        private List<ListsPage.State> states(DnsList list) {
            if (list.readiness() != DnsList.Readiness.READY) {
                return List.of(waiting(list.readiness()));
            }
            var tested =
                    standings.entrySet().stream()
                            .filter(entry -> entry.getKey().list().equals(list.id()))
                            .sorted(
                                    Comparator.comparing((Map.Entry<ListKey, Standing> e) ->
                                                    e.getKey().kind())
                                            .thenComparingInt(e -> e.getKey().resolver()))
                            .map(entry -> state(entry.getKey(), entry.getValue()))
                            .toList();
            return tested.isEmpty() ? List.of(untested()) : tested;
        }

        private ListsPage.State waiting(DnsList.Readiness readiness) {
            boolean isOff = readiness == DnsList.Readiness.SWITCHED_OFF;
            return new ListsPage.State(
                    "",
                    say("lists.readiness." + readiness),
                    isOff ? "UNUSED" : "PAUSED",
                    "",
                    false,
                    List.of());
        }

        private ListsPage.State untested() {
            return new ListsPage.State("", say("lists.untested"), "WAITING", "", false, List.of());
        }

        private ListsPage.State state(ListKey key, Standing standing) {
            var seen = standing.seen();
            return new ListsPage.State(
                    of(key),
                    word(seen.state()),
                    shape(seen.state()),
                    seen.point().isEmpty()
                            ? ""
                            : say("lists.detail", Shown.of(seen.point()), Shown.of(seen.answer())),
                    standing.isOff() && key.resolver() == 1,
                    List.of(moment(standing.since())));
        }

        private String of(ListKey key) {
            var kind = kind(key.kind());
            return hasOthers ? say("lists.by", kind, key.resolver()) : kind;
        }

        private String word(ListState state) {
            return say("lists.state." + state);
        }

        private static String shape(ListState state) {
            return switch (state) {
                case HEALTHY -> "OK";
                case SILENT -> "UNKNOWN";
                case REFUSING, UNCLEAR -> "WARN";
                case DEAD, LISTING_EVERYTHING, PARKED, ENDED -> "FAIL";
            };
        }

        private ListsPage.Code code(ListCode code) {
            var answer =
                    switch (code.match()) {
                        case ListCode.Match.Exact(var address) -> IpText.of(address);
                        case ListCode.Match.Bit(var mask) -> say("lists.bit", mask);
                    };
            var meaning =
                    switch (code.meaning()) {
                        case LISTED, POLICY -> texts.word("cause", code.cause().name());
                        case NOTE -> say("lists.note");
                    };
            return new ListsPage.Code(answer, Shown.of(code.label()), meaning);
        }

        private ListsPage.Turn turn(ListChange change) {
            return new ListsPage.Turn(
                    moment(change.at()),
                    name(change.key().list()),
                    of(change.key()),
                    word(change.before()),
                    word(change.after()),
                    change.isDisabled());
        }

        private String name(String id) {
            return table.lists().stream()
                    .filter(list -> list.id().equals(id))
                    .map(list -> Shown.of(list.name()))
                    .findFirst()
                    .orElse(Shown.of(id));
        }

        private ListsPage.Ended ended(DeadList list) {
            return new ListsPage.Ended(
                    Shown.of(String.join(", ", list.zones())),
                    list.since().equals("-") ? say("lists.undated") : Shown.of(list.since()),
                    Shown.of(list.reasonIn(locale)));
        }

        private Moment moment(Instant at) {
            return moments.of(at, locale, ZoneOffset.UTC);
        }

        private String say(String key, Object... values) {
            return messages.getMessage(key, values, locale);
        }
    }
}
