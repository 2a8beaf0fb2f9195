package posthorn.engine.outside;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps every question and its answer.
public final class RecordingDns implements Dns {

    private final Map<Question, Answer<Rdata>> seen =
            Collections.synchronizedMap(new LinkedHashMap<>());
    private final Dns below;

    /// Keeps what `below` is asked and answers.
    public RecordingDns(Dns below) {
        this.below = below;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var answer = below.ask(question);
        seen.putIfAbsent(question, answer);
        return answer;
    }

    /// What was asked so far.
    public Transcript transcript() {
        List<Transcript.Entry> entries = new ArrayList<>();
        synchronized (seen) {
            seen.forEach((question, answer) -> entries.add(new Transcript.Entry(question, answer)));
        }
        return new Transcript(entries);
    }
}
