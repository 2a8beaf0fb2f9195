package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import posthorn.engine.dnsbl.DeadList;
import posthorn.engine.dnsbl.DnsList;
import posthorn.engine.dnsbl.ListHealth;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.Trouble;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;

/// `lists NAME…`: the state of DNS lists as seen from here, by each resolver; without a name, of
/// all.
final class ListsVerb implements Verb<ListsVerb.Outcome> {

    private static final int WORD = 13;

    /// The lists asked for, and what the test of those that may be asked gave.
    ///
    /// @param closed the closed lists, where nobody asked for one in particular
    record Outcome(List<DnsList> lists, List<DeadList> closed, List<Tested> tested) {

        Outcome {
            lists = List.copyOf(lists);
            closed = List.copyOf(closed);
            tested = List.copyOf(tested);
        }

        List<Tested> of(DnsList list) {
            return tested.stream().filter(t -> t.health().list().id().equals(list.id())).toList();
        }

        boolean hasOthers() {
            return tested.stream().anyMatch(t -> t.resolver() > 1);
        }
    }

    /// @param resolver the first is 1
    record Tested(int resolver, ListHealth health) {}

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public Optional<Option> argument() {
        var ids = ListTable.builtIn().lists().stream().map(DnsList::id).toArray(String[]::new);
        return Optional.of(Option.many("list", "NAME").of(ids));
    }

    @Override
    public List<Option> options() {
        return List.of(Option.LISTS, Option.RESOLVER, Option.ZONE, Option.LANG, Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var table = Work.lists(values);
        var named = values.all("list").stream().map(name -> named(table, name)).toList();
        var lists = named.isEmpty() ? table.lists() : named;
        var closed = named.isEmpty() ? table.dead() : List.<DeadList>of();
        return new Outcome(lists, closed, tested(table, lists, work.outside(values)));
    }

    /// A list by its id or its zone. One that is closed is refused, and why.
    private static DnsList named(ListTable table, String name) {
        table.closed(name)
                .ifPresent(dead -> {
                    throw UsageError.of("list-closed")
                            .with("list", name)
                            .with("since", dead.since())
                            .with("why", dead.reason(), dead.reasonDe());
                });
        return table.lists().stream()
                .filter(list -> list.id().equals(name) || list.zone().equals(DnsName.of(name)))
                .findFirst()
                .orElseThrow(() -> UsageError.of("list").with("list", name));
    }

    private static List<Tested> tested(ListTable table, List<DnsList> lists, Outside outside) {
        var keyed = outside.under(table::withKeys);
        var resolvers = Stream.concat(Stream.of(keyed.dns()), keyed.others().stream()).toList();
        return IntStream.range(0, resolvers.size())
                .boxed()
                .flatMap(i ->
                        ListHealth.all(lists, keyed.with(resolvers.get(i))).stream()
                                .map(health -> new Tested(i + 1, health)))
                .toList();
    }

    @Override
    public int status(Outcome outcome) {
        var states = outcome.tested().stream().map(t -> state(t.health())).toList();
        if (states.contains("unusable")) {
            return Status.WARNINGS;
        }
        return states.isEmpty() || states.contains("unknown") ? Status.UNKNOWN : Status.FINE;
    }

    private static String state(ListHealth health) {
        return switch (health) {
            case ListHealth.Healthy _ -> "healthy";
            case ListHealth.Off _ -> "unusable";
            case ListHealth.Unusable(_, _, var trouble, _, _) ->
                    trouble == Trouble.UNANSWERED ? "unknown" : "unusable";
        };
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "lists",
                outcome.lists().stream().map(list -> json(list, outcome.of(list))).toList());
        json.put(
                "closed",
                outcome.closed().stream().map(dead -> json(dead, messages.locale())).toList());
        return json;
    }

    private static Map<String, Object> json(DnsList list, List<Tested> tested) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", list.id());
        json.put("name", list.name());
        json.put("zone", list.zone());
        json.put("tier", list.tier());
        json.put("lists", list.lists().stream().sorted().toList());
        json.put("usedBy", list.usedBy());
        json.put("terms", list.terms());
        json.put("removal", list.removal());
        json.put("delist", list.delist());
        json.put("readiness", list.readiness());
        json.put("tested", tested.stream().map(ListsVerb::json).toList());
        return json;
    }

    private static Map<String, Object> json(Tested tested) {
        var health = tested.health();
        var json = new LinkedHashMap<String, Object>();
        json.put("resolver", tested.resolver());
        json.put("kind", health.kind());
        json.put("state", state(health));
        if (health instanceof ListHealth.Unusable unusable) {
            json.put("trouble", unusable.trouble());
            json.put("asked", unusable.point());
            json.put("answered", unusable.seen());
        }
        return json;
    }

    private static Map<String, Object> json(DeadList list, Locale locale) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", list.id());
        json.put("zones", list.zones());
        json.put("since", list.since());
        json.put("reason", list.reasonIn(locale));
        return json;
    }

    @Override
    public void print(Outcome outcome, Page page) {
        for (var list : outcome.lists()) {
            var tested = outcome.of(list);
            if (tested.isEmpty()) {
                waiting(list, page);
            }
            tested.forEach(one -> tested(one, outcome.hasOthers(), page));
        }
        if (!outcome.closed().isEmpty()) {
            page.blank();
            page.text(0, page.messages().say("lists.closed"), Page.Ink.FAINT);
            outcome.closed().forEach(dead -> closed(dead, page));
        }
    }

    private static void closed(DeadList dead, Page page) {
        var messages = page.messages();
        var values =
                Map.of(
                        "zones",
                        String.join(", ", dead.zones()),
                        "since",
                        dead.since(),
                        "why",
                        dead.reasonIn(messages.locale()));
        var key = dead.since().equals("-") ? "lists.closed.undated" : "lists.closed.dated";
        page.text(2, messages.say(key, values), Page.Ink.FAINT);
    }

    private static void waiting(DnsList list, Page page) {
        var key =
                switch (list.readiness()) {
                    case READY -> "healthy";
                    case SWITCHED_OFF -> "off";
                    case TERMS_NOT_ACCEPTED -> "terms";
                    case KEY_MISSING -> "key";
                };
        var word = list.readiness() == DnsList.Readiness.SWITCHED_OFF ? "off" : "waiting";
        line(page, word, Page.Ink.FAINT, page.messages().say("lists.state." + key, values(list)));
    }

    private static void tested(Tested tested, boolean hasOthers, Page page) {
        var health = tested.health();
        var messages = page.messages();
        var values = values(health.list());
        values.put("kind", health.kind().toString());
        var sentence =
                switch (health) {
                    case ListHealth.Healthy _, ListHealth.Off _ ->
                            messages.say("lists.state.healthy", values);
                    case ListHealth.Unusable(_, _, var trouble, var point, var seen) -> {
                        values.put("trouble", messages.say("lists.trouble." + trouble));
                        values.put("point", point);
                        values.put("seen", String.join(" ", seen));
                        yield messages.say("lists.state.unusable", values);
                    }
                };
        var seenBy = Map.of("number", Integer.toString(tested.resolver()));
        var suffix = hasOthers ? " " + messages.say("lists.resolver", seenBy) : "";
        line(page, state(health), ink(state(health)), sentence + suffix);
    }

    private static Page.Ink ink(String state) {
        return switch (state) {
            case "healthy" -> Page.Ink.GOOD;
            case "unknown" -> Page.Ink.UNSURE;
            default -> Page.Ink.BAD;
        };
    }

    private static void line(Page page, String word, Page.Ink ink, String sentence) {
        page.item(0, page.messages().say("lists." + word), ink, WORD, sentence);
    }

    private static Map<String, String> values(DnsList list) {
        var values = new LinkedHashMap<String, String>();
        values.put("name", list.name());
        values.put("zone", list.zone().text());
        values.put("tier", list.tier().name());
        return values;
    }
}
