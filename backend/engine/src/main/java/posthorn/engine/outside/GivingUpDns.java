package posthorn.engine.outside;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Stops asking for names of a domain whose servers have never said anything: after four time-outs
/// without a single answer the rest is taken for silent too, so that nobody waits for each. An
/// answer of any kind keeps it asking.
public final class GivingUpDns implements Dns {

    private static final int ENOUGH = 4;

    private final Dns below;
    private final DnsName domain;
    private final AtomicInteger silences = new AtomicInteger();
    private final AtomicBoolean heard = new AtomicBoolean();

    /// Asks `below`, and gives up on `domain` and the names under it.
    public GivingUpDns(Dns below, DnsName domain) {
        this.below = below;
        this.domain = domain;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        if (!question.name().isWithin(domain)) {
            return below.ask(question);
        }
        if (!heard.get() && silences.get() >= ENOUGH) {
            return new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("given up"));
        }
        var answer = below.ask(question);
        if (isSilent(answer)) {
            silences.incrementAndGet();
        } else {
            heard.set(true);
        }
        return answer;
    }

    static boolean isSilent(Answer<Rdata> answer) {
        return answer instanceof Answer.Failed<Rdata>(var failure, _, _)
                && failure == Failure.TIMEOUT;
    }
}
