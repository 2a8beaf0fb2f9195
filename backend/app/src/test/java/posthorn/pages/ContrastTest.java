package posthorn.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds the colours of both themes to WCAG 2.2 AA: 4.5 for text, 3 for borders of inputs and
/// focus.
class ContrastTest {

    private static final Pattern TOKEN =
            Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)");

    private final Map<String, String[]> tokens = tokens();

    @ParameterizedTest
    @CsvSource({
        "ink, paper",
        "ink, card",
        "ink, sunk",
        "ink, accent-tint",
        "ink, ok-tint",
        "ink, warn-tint",
        "ink, fail-tint",
        "ink, unknown-tint",
        "ink-soft, paper",
        "ink-soft, card",
        "ink-soft, sunk",
        "ink-soft, ok-tint",
        "ink-soft, warn-tint",
        "ink-soft, fail-tint",
        "ink-soft, unknown-tint",
        "accent, paper",
        "accent, card",
        "accent, accent-tint",
        "accent-strong, card",
        "accent, ok-tint",
        "accent, warn-tint",
        "accent, fail-tint",
        "accent, unknown-tint",
        "on-accent, accent",
        "on-accent, accent-strong",
        "ok, card",
        "ok, paper",
        "ok, ok-tint",
        "warn, card",
        "warn, paper",
        "warn, warn-tint",
        "fail, card",
        "fail, paper",
        "fail, fail-tint",
        "unknown, card",
        "unknown, paper",
        "unknown, unknown-tint"
    })
    void readsWell(String text, String ground) {
        assertThat(contrast(text, ground, 0)).as("light").isGreaterThanOrEqualTo(4.5);
        assertThat(contrast(text, ground, 1)).as("dark").isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @CsvSource({"line-strong, card", "line-strong, paper", "focus, card", "focus, paper"})
    void showsEdges(String edge, String ground) {
        assertThat(contrast(edge, ground, 0)).as("light").isGreaterThanOrEqualTo(3);
        assertThat(contrast(edge, ground, 1)).as("dark").isGreaterThanOrEqualTo(3);
    }

    private double contrast(String one, String other, int theme) {
        var a = luminance(Objects.requireNonNull(tokens.get(one), one)[theme]);
        var b = luminance(Objects.requireNonNull(tokens.get(other), other)[theme]);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /// Relative luminance as WCAG defines it.
    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1)
                + 0.7152 * channel(colour, 3)
                + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        var value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, String[]> tokens() {
        var tokens = new HashMap<String, String[]>();
        TOKEN.matcher(sheet())
                .results()
                .forEach(t -> tokens.put(t.group(1), new String[] {t.group(2), t.group(3)}));
        return tokens;
    }

    private static String sheet() {
        var file = "/frontend/assets/css/posthorn.css";
        try (var stream = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
