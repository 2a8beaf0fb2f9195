package posthorn.engine.outside;

import java.util.Map;

/// Proposed records laid over a DNS: questions for them are answered from the proposal, all others
/// from below. Aliases that lead to a proposed name are not followed into it.
public final class OverlayDns implements Dns {

    private final Map<Question, Answer<Rdata>> proposed;
    private final Dns below;

    /// Lays `proposed` over `below`.
    public OverlayDns(Map<Question, Answer<Rdata>> proposed, Dns below) {
        this.proposed = Map.copyOf(proposed);
        this.below = below;
    }

    @Override
    public Answer<Rdata> ask(Question question) {
        var answer = proposed.get(question);
        return answer != null ? answer : below.ask(question);
    }
}
