package posthorn.engine.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.table.Unreadable;

/// Reads a recipe. Lines to copy are indented by four blanks; all other lines are a word and what
/// it says; `docs/remedies-servers.md` lists the words.
final class RecipeReader {

    private static final String INDENT = "    ";

    private final Map<String, Map<String, List<String>>> sources = new LinkedHashMap<>();
    private final Map<Software, List<Recipe.Draft>> parts = new LinkedHashMap<>();
    private final List<Recipe.Draft> every = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private List<Recipe.Draft> into = every;
    private Optional<Step.Kind> open = Optional.empty();
    private String file = "";
    private String note = "";
    private int number;

    private RecipeReader() {}

    /// Reads the text of a recipe.
    ///
    /// @throws Unreadable if a line means nothing
    static Recipe read(String name, String text) {
        var reader = new RecipeReader();
        text.lines().forEach(reader::line);
        reader.close();
        return new Recipe(
                name,
                reader.sources,
                reader.parts.entrySet().stream()
                        .map(part -> new Recipe.Part(part.getKey(), part.getValue()))
                        .toList(),
                reader.every);
    }

    private void line(String line) {
        number++;
        if (line.startsWith(INDENT) && open.isPresent()) {
            lines.add(line.substring(INDENT.length()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            var words = line.split(" ", 2);
            word(words[0], words.length > 1 ? words[1] : "");
        }
    }

    private void word(String word, String value) {
        close();
        switch (word) {
            case "for" -> codes(value);
            case "software" -> into = part(value);
            case "every" -> into = every;
            case "note" -> note = value;
            case "edit", "create", "delete", "run", "test" -> open(word, value);
            default -> throw new Unreadable(number, "unknown word \"" + word + "\"");
        }
    }

    private void open(String word, String value) {
        open = Optional.of(Step.Kind.valueOf(word.toUpperCase(Locale.ROOT)));
        file = value;
    }

    private List<Recipe.Draft> part(String id) {
        var software =
                Software.find(id)
                        .orElseThrow(
                                () -> new Unreadable(number, "unknown software \"" + id + "\""));
        return parts.computeIfAbsent(software, _ -> new ArrayList<>());
    }

    /// Codes, then behind a bar the open places and where their values come from.
    private void codes(String value) {
        var halves = value.split(" \\| ", 2);
        var places = new LinkedHashMap<String, List<String>>();
        if (halves.length > 1) {
            for (var each : halves[1].split(" ", -1)) {
                var pair = each.split("=", 2);
                if (pair.length < 2) {
                    throw new Unreadable(number, "no place and source: " + each);
                }
                places.put(pair[0], List.of(pair[1].split(",", -1)));
            }
        }
        for (var code : halves[0].split(" ", -1)) {
            sources.put(code, Map.copyOf(places));
        }
    }

    private void close() {
        open.ifPresent(kind -> {
            into.add(new Recipe.Draft(kind, file, note, lines));
            note = "";
        });
        open = Optional.empty();
        lines.clear();
    }
}
