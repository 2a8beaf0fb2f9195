package posthorn.engine.mtasts;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.HttpsAnswer;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Rdata;

/// What a sender finds who asks whether a domain has a policy (RFC 8461 §3).
public sealed interface StsLookup {

    /// The question for the record stayed open.
    record Unanswered(Failure failure) implements StsLookup {}

    /// There is no record.
    record Absent() implements StsLookup {}

    /// There are several, which counts as none.
    record Several(List<String> texts) implements StsLookup {
        public Several {
            texts = List.copyOf(texts);
        }
    }

    /// There is one, or text that was meant as one; behind it the web server was asked.
    ///
    /// @param alias whether the record stands at another name, by way of a CNAME
    record Published(StsRecord record, boolean alias, HttpsAnswer answer) implements StsLookup {

        /// The policy, where the web server gave a file.
        Optional<StsPolicy> file() {
            return answer instanceof HttpsAnswer.Answered(int status, _, _, var body, _)
                            && status == 200
                    ? Optional.of(StsPolicy.read(body))
                    : Optional.empty();
        }
    }

    /// Asks for the record and, where there is one, for the policy.
    static StsLookup of(DnsName domain, Outside outside) {
        var answer = outside.dns().txt(domain.child("_mta-sts"));
        if (answer instanceof Answer.Failed<Rdata.Text>(var failure, _, _)) {
            return new Unanswered(failure);
        }
        var texts = texts(answer);
        return switch (texts.size()) {
            case 0 -> new Absent();
            case 1 ->
                    new Published(
                            StsRecord.read(texts.getFirst()),
                            !answer.aliases().isEmpty(),
                            outside.https().get(place(domain)));
            default -> new Several(texts);
        };
    }

    /// The records, or, where none counts, the text that was meant as one.
    private static List<String> texts(Answer<Rdata.Text> answer) {
        var all = answer.records().stream().map(Rdata.Text::joined).sorted().toList();
        var records = all.stream().filter(StsRecord::isRecord).toList();
        return records.isEmpty()
                ? all.stream().filter(StsRecord::isMeant).limit(1).toList()
                : records;
    }

    /// Where the policy of a domain stands (RFC 8461 §3.3).
    static URI place(DnsName domain) {
        return URI.create("https://" + host(domain) + "/.well-known/mta-sts.txt");
    }

    /// The web server of the policy.
    static DnsName host(DnsName domain) {
        return domain.child("mta-sts");
    }

    /// The policy that senders go by, if there is one.
    default Optional<StsPolicy> inEffect() {
        return this instanceof Published published && published.record().counts()
                ? published.file().filter(StsPolicy::isUsable)
                : Optional.empty();
    }

    /// What senders go by who deliver to this host.
    default PolicyMode modeFor(DnsName host) {
        return inEffect()
                .filter(policy -> policy.allows(host))
                .map(StsPolicy::mode)
                .orElse(PolicyMode.NONE);
    }
}
