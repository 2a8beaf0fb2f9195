package posthorn.engine.server;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A cure by software, with places left open.
///
/// @param sources for each code, where the values for its open places come from; a name that begins
///   with a question mark is no place, but a value the finding must have
/// @param parts in the order of the software
/// @param every steps that follow those of each part
record Recipe(
        String name,
        Map<String, Map<String, List<String>>> sources,
        List<Part> parts,
        List<Draft> every) {

    /// The steps for one software.
    record Part(Software software, List<Draft> steps) {
        Part {
            steps = List.copyOf(steps);
        }
    }

    /// A step with places left open.
    ///
    /// @param note the key of a sentence; may be empty
    record Draft(Step.Kind kind, String file, String note, List<String> lines) {
        Draft {
            lines = List.copyOf(lines);
        }
    }

    Recipe {
        sources = Map.copyOf(sources);
        parts = List.copyOf(parts);
        every = List.copyOf(every);
    }

    /// Where the values for a finding of this code come from.
    Map<String, List<String>> sources(String code) {
        return sources.getOrDefault(code, Map.of());
    }

    /// The recipe with these values in its open places.
    List<ServerLines> filled(Blanks.Values values) {
        return parts.stream()
                .map(part ->
                        new ServerLines(
                                part.software(),
                                values.words().name(part.software()),
                                Stream.concat(part.steps().stream(), every.stream())
                                        .map(draft -> step(draft, values))
                                        .toList()))
                .toList();
    }

    private static Step step(Draft draft, Blanks.Values values) {
        var words = values.words();
        return new Step(
                draft.kind(),
                values.fill(draft.file()),
                words.elsewhere(draft.file()),
                draft.note().isEmpty() ? "" : values.fill(words.note(draft.note())),
                String.join("\n", draft.lines().stream().flatMap(values::lines).toList()));
    }
}
