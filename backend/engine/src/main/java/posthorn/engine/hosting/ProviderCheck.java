package posthorn.engine.hosting;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Target;

/// The check `provider`.
public final class ProviderCheck {

    private ProviderCheck() {}

    /// Who has to do with a domain's mail, and whether what they ask for is there. Other checks
    /// show the records.
    public static Check<Target, ProviderFacts> check() {
        return new Check<>(
                "provider",
                new ProviderProbe(),
                _ -> List.of(),
                List.of(
                        new Silence(),
                        new Mailboxes(),
                        new Senders(),
                        new KeysMissing(),
                        new Leftover(),
                        new DnsHost()),
                _ -> List.of());
    }
}
