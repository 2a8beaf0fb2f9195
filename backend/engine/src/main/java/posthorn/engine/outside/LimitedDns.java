package posthorn.engine.outside;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Stops asking after a number of questions or at a point in time; what is asked later stays
/// unanswered.
public final class LimitedDns implements Dns {

    private final Dns below;
    private final int limit;
    private final Instant deadline;
    private final Clock clock;
    private final AtomicInteger asked = new AtomicInteger();

    /// At most `limit` questions, none after `deadline`.
    public LimitedDns(Dns below, int limit, Instant deadline, Clock clock) {
        this.below = below;
        this.limit = limit;
        this.deadline = deadline;
        this.clock = clock;
    }

    /// How many questions came so far.
    public int asked() {
        return asked.get();
    }

    /// Whether one more question may be asked, of whomever; it counts.
    boolean isAllowed() {
        return asked.incrementAndGet() <= limit && !clock.instant().isAfter(deadline);
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        if (!isAllowed()) {
            return new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("our own limit"));
        }
        return below.ask(question);
    }
}
