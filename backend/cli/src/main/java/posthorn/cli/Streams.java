package posthorn.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/// What a process has around it.
///
/// @param terminal whether `out` is one
/// @param watched whether `err` is one
record Streams(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminal,
        boolean watched) {

    private static final int USUAL_WIDTH = 100;
    private static final int LEAST_WIDTH = 40;

    Streams {
        environment = Map.copyOf(environment);
    }

    /// Whether colours help: on a terminal that knows them, unless NO_COLOR is set.
    boolean colours() {
        return terminal
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /// Whether a line that is written over helps: on a terminal that can go back.
    boolean canRedraw() {
        return watched && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /// The characters in a line.
    int width() {
        var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[0-9]{1,4}")
                ? Math.clamp(Integer.parseInt(columns), LEAST_WIDTH, USUAL_WIDTH)
                : USUAL_WIDTH;
    }

    /// The language of the environment: German where it says so, else English.
    String language() {
        for (var name : new String[] {"POSTHORN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return value.startsWith("de") ? "de" : "en";
            }
        }
        return "en";
    }
}
