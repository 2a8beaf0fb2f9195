package posthorn.engine.spf;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.Rdata;
import posthorn.engine.spf.SpfFacts.Surroundings;

/// An answer that does not fit a small UDP message needs TCP, which some receivers never try (RFC
/// 7208 §3.4).
final class AnswerSize implements SurroundingsRule {

    private static final int SMALL = 450;
    private static final int LARGE = 1232;
    private static final int HEADER = 12;
    private static final int QUESTION_TAIL = 4;
    private static final int RECORD_HEAD = 12;
    private static final int EDNS = 11;

    @Override
    public List<Finding> judge(Surroundings around, boolean published) {
        int bytes = size(around);
        if (!published || bytes <= SMALL) {
            return List.of();
        }
        boolean large = bytes > LARGE;
        return List.of(
                Finding.of(
                                large ? Severity.WARNING : Severity.NOTICE,
                                "spf.too-large",
                                around.domain())
                        .with("bytes", bytes)
                        .with("limit", large ? LARGE : SMALL));
    }

    private static int size(Surroundings around) {
        int question = around.domain().text().length() + 2 + QUESTION_TAIL;
        return HEADER + question + EDNS + around.texts().stream().mapToInt(AnswerSize::size).sum();
    }

    /// A record whose owner is a pointer to the question, and a length byte for each string.
    private static int size(Rdata.Text text) {
        return RECORD_HEAD + text.strings().stream().mapToInt(s -> s.length() + 1).sum();
    }
}
