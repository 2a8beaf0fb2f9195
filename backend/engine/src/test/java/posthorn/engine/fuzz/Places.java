package posthorn.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import posthorn.engine.check.Parsed.Fault;

/// What holds for places in a text.
public final class Places {

    private Places() {}

    /// A piece of text from `at` on lies in the text.
    public static void lies(int at, int length, String text) {
        assertThat(at).isBetween(0, text.length());
        assertThat(length).isBetween(0, text.length() - at);
    }

    /// Each fault lies in the text.
    public static void lie(List<Fault> faults, String text) {
        for (var fault : faults) {
            lies(fault.at(), fault.length(), text);
        }
    }

    /// This piece stands at this place.
    public static void stands(String piece, int at, String text) {
        assertThat(text.startsWith(piece, at)).as("%s at %d", piece, at).isTrue();
    }
}
