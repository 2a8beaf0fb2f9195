package posthorn.engine.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.OverlayDns;
import posthorn.engine.outside.Question;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.Source;

/// The DNS as it would be once some remedies are carried out.
public final class Preview {

    private static final long TTL = 3600;
    private static final Source SOURCE = Source.local("preview");

    private Preview() {}

    /// Lays `remedies` over `below`: deleted records are gone, published ones are there, all else
    /// is as below. An alias at a name that gets a record is taken for deleted; a zone that was
    /// signed stays so.
    public static Dns of(List<Remedy> remedies, Dns below) {
        var answers = new HashMap<Question, Answer<Rdata>>();
        var questions = new LinkedHashSet<Question>();
        remedies.forEach(remedy -> questions.addAll(questions(remedy)));
        questions.forEach(question -> answers.put(question, answer(question, remedies, below)));
        return new OverlayDns(answers, below);
    }

    /// What a remedy gives another answer to: an alias stands for all types.
    private static List<Question> questions(Remedy remedy) {
        var question = question(remedy);
        return question.type() == RecordType.CNAME
                ? Arrays.stream(RecordType.values())
                        .map(type -> new Question(question.name(), type))
                        .toList()
                : List.of(question);
    }

    private static Question question(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(var name, var type, _) -> new Question(name, type);
            case Remedy.Remove(var name, var type, _) -> new Question(name, type);
        };
    }

    private static Answer<Rdata> answer(Question question, List<Remedy> remedies, Dns below) {
        var alias = alias(question, remedies);
        if (alias.isPresent()) {
            return behind(alias.get(), below.ask(new Question(alias.get(), question.type())));
        }
        var before = below.ask(question);
        var records = new ArrayList<>(before.aliases().isEmpty() ? before.records() : List.of());
        remedies.stream()
                .filter(Remedy.Remove.class::isInstance)
                .filter(remedy -> question(remedy).equals(question))
                .forEach(remedy -> records.removeIf(r -> shown(r).equals(shown(remedy))));
        remedies.stream()
                .filter(Remedy.Publish.class::isInstance)
                .filter(remedy -> question(remedy).equals(question))
                .forEach(remedy -> records.add(record(remedy)));
        return records.isEmpty()
                ? new Answer.NoData<>(List.of(), SOURCE)
                : new Answer.Data<>(records, TTL, before.isSecure(), List.of(), SOURCE);
    }

    /// Where a published alias at this name leads.
    private static Optional<DnsName> alias(Question question, List<Remedy> remedies) {
        return remedies.stream()
                .filter(Remedy.Publish.class::isInstance)
                .filter(remedy -> question.type() != RecordType.CNAME)
                .filter(remedy ->
                        question(remedy).equals(new Question(question.name(), RecordType.CNAME)))
                .map(Preview::record)
                .map(rdata -> ((Rdata.Target) rdata).name())
                .findFirst();
    }

    private static Answer<Rdata> behind(DnsName target, Answer<Rdata> answer) {
        var aliases = new ArrayList<>(List.of(target));
        aliases.addAll(answer.aliases());
        return switch (answer) {
            case Answer.Data<Rdata>(var records, var ttl, var secure, _, var source) ->
                    new Answer.Data<>(records, ttl, secure, aliases, source);
            case Answer.NoData<Rdata>(_, var ttl, var source) ->
                    new Answer.NoData<>(aliases, ttl, source);
            case Answer.NxDomain<Rdata>(_, var ttl, var source) ->
                    new Answer.NxDomain<>(aliases, ttl, source);
            case Answer.Failed<Rdata>(var failure, _, var source) ->
                    new Answer.Failed<>(failure, aliases, source);
        };
    }

    private static String shown(Rdata rdata) {
        return rdata instanceof Rdata.Text text ? text.joined() : MasterText.of(rdata);
    }

    private static String shown(Remedy remedy) {
        return shown(record(remedy));
    }

    private static Rdata record(Remedy remedy) {
        return switch (remedy) {
            case Remedy.Publish(_, var type, var value) -> MasterText.read(type, value);
            case Remedy.Remove(_, var type, var value) -> MasterText.read(type, value);
        };
    }
}
