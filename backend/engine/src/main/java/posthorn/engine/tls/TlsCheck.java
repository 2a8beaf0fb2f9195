package posthorn.engine.tls;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Check;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;

/// The check `tls`.
public final class TlsCheck {

    private TlsCheck() {}

    /// Whether mail to the domain travels encrypted.
    public static Check<Target, ?> check() {
        return new Check<Target, TlsFacts>(
                "tls",
                new TlsProbe(),
                TlsProbe::records,
                List.of(
                        new Reach(),
                        new Encryption(),
                        new CertificateFaults(),
                        new CertificateAge(),
                        new CertificateStrength(),
                        new Strength(),
                        new SizeLimit(),
                        new Program()),
                TlsCheck::ok);
    }

    private static List<Finding> ok(TlsFacts facts) {
        var hosts = facts.known().stream().filter(host -> !host.encrypted().isEmpty()).toList();
        return hosts.isEmpty()
                ? List.of()
                : List.of(
                        info("tls.ok", facts.domain())
                                .with("hosts", hosts.stream().map(TlsFacts.Judged::name).toList())
                                .with("sessions", hosts.stream().flatMap(TlsCheck::used).toList()));
    }

    private static Stream<String> used(TlsFacts.Judged host) {
        return host.encrypted().stream()
                .flatMap(visit -> visit.session().stream())
                .map(session -> session.version() + " " + session.cipherSuite())
                .distinct();
    }
}
