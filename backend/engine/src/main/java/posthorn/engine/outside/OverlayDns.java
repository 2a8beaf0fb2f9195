package posthorn.engine.outside;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Proposed records laid over a DNS: questions for them are answered from the proposal, all others
/// from below. A proposed alias is followed, and one that is taken away leads nowhere; aliases from
/// below that lead to a proposed name are not followed into it.
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
        if (answer != null) {
            return answer;
        }
        var alias = proposed.get(new Question(question.name(), RecordType.CNAME));
        return alias == null || question.type() == RecordType.CNAME
                ? below.ask(question)
                : followed(alias, question);
    }

    private Answer<Rdata> followed(Answer<Rdata> alias, Question question) {
        for (var record : alias.records()) {
            if (record instanceof Rdata.Target(var name)) {
                var end = below.ask(new Question(name, question.type()));
                return behind(name, end);
            }
        }
        var before = below.ask(question);
        return before.aliases().isEmpty()
                ? before
                : new Answer.NoData<>(List.of(), before.source());
    }

    private static Answer<Rdata> behind(DnsName name, Answer<Rdata> end) {
        var chain = Stream.concat(Stream.of(name), end.aliases().stream()).toList();
        return switch (end) {
            case Answer.Data<Rdata>(var records, var ttl, var secure, _, var source) ->
                    new Answer.Data<>(records, ttl, secure, chain, source);
            case Answer.NoData<Rdata>(_, var ttl, var source) ->
                    new Answer.NoData<>(chain, ttl, source);
            case Answer.NxDomain<Rdata>(_, var ttl, var source) ->
                    new Answer.NxDomain<>(chain, ttl, source);
            case Answer.Failed<Rdata>(var failure, _, var source) ->
                    new Answer.Failed<>(failure, chain, source);
        };
    }
}
