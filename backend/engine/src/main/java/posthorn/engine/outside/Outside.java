package posthorn.engine.outside;

import java.time.Clock;
import java.util.List;

/// Everything a probe may ask: the DNS by way of resolvers, single name servers, mail servers, web
/// servers, and what time it is.
public record Outside(Dns dns, Servers servers, Smtp smtp, Https https, Clock clock) {

    /// Only the DNS can be asked; of all others nothing is known.
    public Outside(Dns dns, Clock clock) {
        this(dns, Nobody.SERVERS, Nobody.SMTP, Nobody.HTTPS, clock);
    }

    /// The same outside with another DNS.
    public Outside with(Dns other) {
        return new Outside(other, servers, smtp, https, clock);
    }

    /// Those who never answer.
    private static final class Nobody {
        static final Servers SERVERS =
                (_, _) ->
                        new Answer.Failed<>(Failure.TIMEOUT, List.of(), Source.local("not asked"));
        static final Smtp SMTP = (_, _) -> new SmtpAnswer.Unreached(SmtpAnswer.Why.NOT_NOW);
        static final Https HTTPS =
                _ -> new HttpsAnswer.Failed(HttpsAnswer.Why.TIMEOUT, "not asked");
    }
}
