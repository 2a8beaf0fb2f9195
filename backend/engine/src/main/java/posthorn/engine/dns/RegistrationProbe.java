package posthorn.engine.dns;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Registration;
import posthorn.engine.outside.Registration.Unknown;
import posthorn.engine.outside.Registration.Why;
import posthorn.engine.psl.PublicSuffixes;

/// Asks the registry about the domain that somebody registered, while other questions run. The
/// outside sees to it that nobody waits long.
final class RegistrationProbe {

    private final DnsName registered;
    private final Outside outside;
    private final FutureTask<Registration> question;

    private RegistrationProbe(DnsName domain, Outside outside) {
        var registrable = PublicSuffixes.builtIn().registrableDomain(domain);
        this.registered = registrable.orElse(domain);
        this.outside = outside;
        this.question =
                new FutureTask<>(() ->
                        registrable
                                .map(outside.registry()::of)
                                .orElseGet(() -> new Unknown(Why.NOT_ASKED)));
    }

    /// The question about a domain or the one that it is below, under way.
    static RegistrationProbe started(DnsName domain, Outside outside) {
        var probe = new RegistrationProbe(domain, outside);
        Thread.ofVirtual().start(probe.question);
        return probe;
    }

    DnsFacts.Registered answer() {
        return new DnsFacts.Registered(registered, registration(), outside.clock().instant());
    }

    private Registration registration() {
        try {
            return question.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unknown(Why.NOT_NOW);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a registry threw instead of answering", e);
        }
    }
}
