package posthorn.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import posthorn.engine.dnsbl.DeadList;
import posthorn.engine.dnsbl.DnsList;
import posthorn.engine.dnsbl.ListHealth;
import posthorn.engine.dnsbl.ListTable;
import posthorn.engine.dnsbl.Trouble;

/// `lists`: the state of each DNS list as seen from here.
final class ListsVerb implements Verb<ListsVerb.Outcome> {

    private static final int WORD = 13;

    /// The lists of the table, and what the test of those that may be asked gave.
    record Outcome(ListTable table, List<ListHealth> health) {

        Outcome {
            health = List.copyOf(health);
        }

        List<ListHealth> of(DnsList list) {
            return health.stream().filter(h -> h.list().id().equals(list.id())).toList();
        }
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public List<Option> options() {
        return List.of(Option.LISTS, Option.RESOLVER, Option.ZONE, Option.LANG, Option.JSON);
    }

    @Override
    public Outcome run(Values values, Work work) {
        var table = Work.lists(values);
        var live = work.outside(values);
        return new Outcome(table, ListHealth.all(table, live.with(table.withKeys(live.dns()))));
    }

    @Override
    public int status(Outcome outcome) {
        var states = outcome.health().stream().map(ListsVerb::state).toList();
        if (states.contains("unusable")) {
            return Status.WARNINGS;
        }
        return states.isEmpty() || states.contains("unknown") ? Status.UNKNOWN : Status.FINE;
    }

    private static String state(ListHealth health) {
        return switch (health) {
            case ListHealth.Healthy _ -> "healthy";
            case ListHealth.Unusable(_, _, var trouble, _, _) ->
                    trouble == Trouble.UNANSWERED ? "unknown" : "unusable";
        };
    }

    @Override
    public Map<String, @Nullable Object> json(Outcome outcome, Messages messages) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "lists",
                outcome.table().lists().stream()
                        .map(list -> json(list, outcome.of(list)))
                        .toList());
        json.put("closed", outcome.table().dead().stream().map(ListsVerb::json).toList());
        return json;
    }

    private static Map<String, Object> json(DnsList list, List<ListHealth> health) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", list.id());
        json.put("name", list.name());
        json.put("zone", list.zone());
        json.put("tier", list.tier());
        json.put("readiness", list.readiness());
        json.put("tested", health.stream().map(ListsVerb::json).toList());
        return json;
    }

    private static Map<String, Object> json(ListHealth health) {
        var json = new LinkedHashMap<String, Object>();
        json.put("kind", health.kind());
        json.put("state", state(health));
        if (health instanceof ListHealth.Unusable unusable) {
            json.put("trouble", unusable.trouble());
            json.put("asked", unusable.point());
            json.put("answered", unusable.seen());
        }
        return json;
    }

    private static Map<String, Object> json(DeadList list) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", list.id());
        json.put("zones", list.zones());
        json.put("since", list.since());
        json.put("reason", list.reason());
        return json;
    }

    @Override
    public void print(Outcome outcome, Page page) {
        for (var list : outcome.table().lists()) {
            var health = outcome.of(list);
            if (health.isEmpty()) {
                waiting(list, page);
            }
            health.forEach(one -> tested(one, page));
        }
        var closed =
                outcome.table().dead().stream().map(DeadList::id).collect(Collectors.joining(", "));
        page.blank();
        page.text(0, page.messages().say("lists.closed", Map.of("ids", closed)), Page.Ink.FAINT);
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

    private static void tested(ListHealth health, Page page) {
        var messages = page.messages();
        var values = values(health.list());
        values.put("kind", health.kind().toString());
        var sentence =
                switch (health) {
                    case ListHealth.Healthy _ -> messages.say("lists.state.healthy", values);
                    case ListHealth.Unusable(_, _, var trouble, var point, var seen) -> {
                        values.put("trouble", messages.say("lists.trouble." + trouble));
                        values.put("point", point);
                        values.put("seen", String.join(" ", seen));
                        yield messages.say("lists.state.unusable", values);
                    }
                };
        line(page, state(health), ink(state(health)), sentence);
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
