package posthorn.engine.rdns;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;

/// The check `rdns`.
public final class RdnsCheck {

    private RdnsCheck() {}

    /// Whether the addresses that send and take mail have names that lead back to them.
    public static Check<Target, RdnsFacts> check() {
        return new Check<>(
                "rdns",
                new RdnsProbe(),
                RdnsProbe::records,
                List.of(new Silence(), new ReverseName(), new SendingName(), new OwnName()),
                RdnsCheck::ok);
    }

    private static List<Finding> ok(RdnsFacts facts) {
        return facts.hosts().stream()
                .filter(host -> !host.confirmed().isEmpty())
                .map(host ->
                        info("rdns.ok", ReverseName.address(host))
                                .with("names", host.confirmed())
                                .with("sends", host.sends()))
                .toList();
    }
}
