package posthorn.engine.dane;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;

/// The check `dane`.
public final class DaneCheck {

    private DaneCheck() {}

    /// Whether the DNS names the certificates of the mail hosts, and the right ones.
    public static Check<Target, DaneFacts> check() {
        return new Check<>(
                "dane",
                new DaneProbe(),
                DaneProbe::records,
                List.of(new Silence(), new Presence(), new Proven(), new Usability(), new Fit()),
                DaneCheck::ok);
    }

    private static List<Finding> ok(DaneFacts facts) {
        var demanded = facts.demanded();
        return demanded.isEmpty()
                        || !facts.isSecure()
                        || !demanded.stream().allMatch(HostDane::fits)
                ? List.of()
                : List.of(
                        info("dane.ok", facts.domain())
                                .with("hosts", Presence.names(demanded))
                                .with(
                                        "records",
                                        demanded.stream()
                                                .flatMap(host -> host.usable().stream())
                                                .map(TlsaRecord::toString)
                                                .distinct()
                                                .toList()));
    }
}
