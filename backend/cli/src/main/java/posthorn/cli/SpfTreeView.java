package posthorn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import posthorn.engine.spf.SpfResult;

/// The tree of a record with the way an evaluation took through it.
final class SpfTreeView {

    private static final int INDENT = 2;
    private static final int MOST_LINES = 200;
    private static final String CHILDREN = "children";

    private final Map<String, Object> tree;
    private final SpfResult result;
    private int lines;

    SpfTreeView(Map<String, Object> tree, SpfResult result) {
        this.tree = tree;
        this.result = result;
    }

    /// The tree; each term of the way has `onPath`, and the one that matched has `matched`.
    Map<String, Object> json() {
        return json(tree, result.path());
    }

    private Map<String, Object> json(Map<String, Object> node, List<SpfResult.Step> path) {
        var json = new LinkedHashMap<>(node);
        var children = new ArrayList<Map<String, Object>>();
        boolean taken = false;
        for (var child : children(node)) {
            boolean here = !taken && isAt(child, path);
            taken |= here;
            var rest = here ? path.subList(1, path.size()) : List.<SpfResult.Step>of();
            var shown = json(child, rest);
            shown.put("onPath", here);
            shown.put("matched", here && rest.isEmpty() && result.matched().isPresent());
            children.add(shown);
        }
        json.put(CHILDREN, children);
        return json;
    }

    private static boolean isAt(Map<String, Object> node, List<SpfResult.Step> path) {
        return !path.isEmpty()
                && path.getFirst().term().equals(node.get("term"))
                && path.getFirst().domain().equalsIgnoreCase(text(node, "domain"));
    }

    private static List<Map<String, Object>> children(Map<String, Object> node) {
        var children = new ArrayList<Map<String, Object>>();
        if (node.get(CHILDREN) instanceof List<?> list) {
            for (var child : list) {
                var map = new LinkedHashMap<String, Object>();
                ((Map<?, ?>) Objects.requireNonNull(child))
                        .forEach((key, value) -> map.put(String.valueOf(key), value));
                children.add(map);
            }
        }
        return children;
    }

    private static String text(Map<String, Object> node, String name) {
        return String.valueOf(node.getOrDefault(name, ""));
    }

    /// The tree for people: count of look-ups so far, term, what is there.
    void print(Page page) {
        page.text(INDENT, text(tree, "domain") + ": " + text(tree, "record"), Page.Ink.PLAIN);
        lines(children(json()), 1, page);
        var messages = page.messages();
        page.text(
                INDENT,
                messages.say(
                        Boolean.TRUE.equals(tree.get("counted"))
                                ? "spf.addresses"
                                : "spf.addresses-least",
                        Map.of("four", text(tree, "ipv4"), "six", text(tree, "ipv6"))),
                Page.Ink.PLAIN);
    }

    private void lines(List<Map<String, Object>> nodes, int depth, Page page) {
        for (var node : nodes) {
            if (++lines > MOST_LINES) {
                return;
            }
            page.item(
                    INDENT * depth,
                    counted(node),
                    ink(node),
                    3,
                    text(node, "term") + outcome(node, page.messages()));
            lines(children(node), depth + 1, page);
        }
        if (lines == MOST_LINES) {
            page.text(INDENT * depth, "[…]", Page.Ink.FAINT);
        }
    }

    /// The running count at terms that ask the DNS.
    private static String counted(Map<String, Object> node) {
        return node.get("lookups") instanceof Integer n && n > 0 ? before(node, n) : "·";
    }

    private static String before(Map<String, Object> node, int lookups) {
        int total = node.get("total") instanceof Integer t ? t : lookups;
        return Integer.toString(total - lookups + 1);
    }

    private static Page.Ink ink(Map<String, Object> node) {
        if (Boolean.TRUE.equals(node.get("matched"))) {
            return Page.Ink.GOOD;
        }
        return Boolean.TRUE.equals(node.get("onPath")) ? Page.Ink.STRONG : Page.Ink.FAINT;
    }

    private static String outcome(Map<String, Object> node, Messages messages) {
        var said = new ArrayList<String>();
        var key = "spf.outcome." + text(node, "outcome");
        if (messages.knows(key)) {
            said.add(messages.say(key));
        }
        if (node.get("addresses") instanceof List<?> addresses && !addresses.isEmpty()) {
            said.add(
                    messages.say("spf.found", Map.of("count", Integer.toString(addresses.size()))));
        }
        if (Boolean.TRUE.equals(node.get("matched"))) {
            said.add(messages.say("spf.matched"));
        }
        return said.isEmpty() ? "" : "  – " + String.join(", ", said);
    }
}
