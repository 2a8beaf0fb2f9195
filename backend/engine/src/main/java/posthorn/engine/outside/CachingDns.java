package posthorn.engine.outside;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.FutureTask;

/// Remembers every answer, failures too, for as long as it lives: one run of a domain's checks. Two
/// threads that ask the same question share one answer.
public final class CachingDns implements Dns {

    private final ConcurrentMap<Question, FutureTask<Answer<Rdata>>> answers =
            new ConcurrentHashMap<>();
    private final Dns below;

    /// Remembers what `below` answers.
    public CachingDns(Dns below) {
        this.below = below;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var mine = new FutureTask<>(() -> below.ask(question));
        var first = answers.putIfAbsent(question, mine);
        if (first == null) {
            mine.run();
        }
        return Waiting.on(first == null ? mine : first);
    }
}
