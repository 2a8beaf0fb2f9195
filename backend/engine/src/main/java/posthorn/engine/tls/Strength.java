package posthorn.engine.tls;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.TlsSession;

/// The cipher suite a host agrees to withstands attack, also later (forward secrecy), and TLS 1.3
/// is among its versions. We offer all that is good, so it is the best the host has.
final class Strength implements Rule<TlsFacts> {

    private static final Pattern BROKEN =
            Pattern.compile("NULL|EXPORT|anon|RC4|RC2|3DES|_DES|DES40|_MD5");
    private static final Pattern WITHOUT_SECRECY =
            Pattern.compile("(TLS|SSL)_(RSA|DH|ECDH|PSK|RSA_PSK|KRB5)_WITH_.*");

    @Override
    public List<Finding> judge(TlsFacts facts) {
        return facts.known().stream()
                .flatMap(host -> Stream.of(weak(host), without13(host)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> weak(TlsFacts.Judged host) {
        return first(host, session -> isWeak(session.cipherSuite()))
                .map(session ->
                        warning("tls.weak-cipher", host.name())
                                .with("cipherSuite", session.cipherSuite())
                                .with("operator", host.host().operator()));
    }

    static boolean isWeak(String suite) {
        return BROKEN.matcher(suite).find() || WITHOUT_SECRECY.matcher(suite).matches();
    }

    private static Optional<Finding> without13(TlsFacts.Judged host) {
        return first(host, session -> session.version().equals("TLSv1.2"))
                .map(session ->
                        notice("tls.no-13", host.name())
                                .with("version", session.version())
                                .with("operator", host.host().operator()));
    }

    private static Optional<TlsSession> first(
            TlsFacts.Judged host, Function<TlsSession, Boolean> which) {
        return host.encrypted().stream()
                .flatMap(visit -> visit.session().stream())
                .filter(which::apply)
                .findFirst();
    }
}
