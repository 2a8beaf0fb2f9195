package posthorn.cli;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.server.ServerLines;
import posthorn.engine.server.Software;
import posthorn.engine.server.Step;

/// What can be done on servers with this software, about findings of this domain.
record ServerAdvice(Set<Software> software, DnsName domain, Locale locale) {

    ServerAdvice {
        software = Set.copyOf(software);
    }

    /// What `--server` takes.
    static String[] ids() {
        return Arrays.stream(Software.values()).map(Software::id).toArray(String[]::new);
    }

    /// What `--server` asks for.
    static Set<Software> wanted(Values values) {
        var wanted = EnumSet.noneOf(Software.class);
        for (var id : values.all("server")) {
            wanted.add(
                    Software.find(id)
                            .orElseThrow(() ->
                                    UsageError.of("server")
                                            .with("value", id)
                                            .with("software", String.join(", ", ids()))));
        }
        return wanted;
    }

    boolean isWanted() {
        return !software.isEmpty();
    }

    List<ServerLines> of(Finding finding) {
        return ServerLines.of(finding, domain, locale).stream()
                .filter(lines -> software.contains(lines.software()))
                .toList();
    }

    /// Writes them for people: notes are wrapped, lines to copy are not.
    static void print(Page page, int indent, List<ServerLines> all) {
        for (var lines : all) {
            page.head(indent, lines.name(), Page.Ink.STRONG, "");
            lines.steps().forEach(step -> print(page, indent + 2, step));
        }
    }

    private static void print(Page page, int indent, Step step) {
        if (!step.note().isEmpty()) {
            page.text(indent, step.note(), Page.Ink.PLAIN);
        }
        var place = Map.of("file", step.file());
        page.text(indent, page.messages().say("server." + word(step), place), Page.Ink.FAINT);
        step.lines().lines().forEach(line -> page.copy(indent + 2, line));
        if (!step.elsewhere().isEmpty()) {
            page.text(indent, step.elsewhere(), Page.Ink.FAINT);
        }
    }

    static List<Map<String, Object>> json(List<ServerLines> all) {
        return all.stream()
                .map(lines ->
                        Json.object(
                                "software", lines.software().id(),
                                "steps",
                                        lines.steps().stream()
                                                .map(ServerAdvice::json)
                                                .collect(Collectors.toList())))
                .toList();
    }

    private static Map<String, Object> json(Step step) {
        var json = new LinkedHashMap<String, Object>();
        json.put("action", word(step));
        json.put("file", step.file());
        json.put("elsewhere", step.elsewhere());
        json.put("note", step.note());
        json.put("lines", step.lines());
        return json;
    }

    private static String word(Step step) {
        return step.kind().name().toLowerCase(Locale.ROOT);
    }
}
