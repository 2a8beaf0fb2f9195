package posthorn.engine.outside;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/// Our side of a TLS handshake: versions 1.2 and 1.3 (RFC 8996), the name of the host in the hello
/// (RFC 6066 §3), no session from earlier.
final class Tls {

    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};
    private static final Pattern ALERT =
            Pattern.compile("\\A(?:\\((?<ours>[a-z_]{3,50})\\)|.*alert: (?<theirs>[a-z_]{3,50}))");

    /// What a handshake leaves.
    record Encrypted(SSLSocket socket, TlsSession session) {}

    private final Roots roots;
    private final boolean strict;
    private final String[] protocols;

    private Tls(Roots roots, boolean strict, String... protocols) {
        this.roots = roots;
        this.strict = strict;
        this.protocols = protocols;
    }

    /// Takes any certificate and says what it is worth: what mail servers do to each other.
    static Tls opportunistic(Roots roots) {
        return new Tls(roots, false);
    }

    /// Ends the handshake over a certificate that does not hold for the host, as web browsers do.
    static Tls strict(Roots roots) {
        return new Tls(roots, true, "http/1.1");
    }

    /// Over an open connection.
    ///
    /// @throws BadCertificate if it is strict and the certificate does not hold
    Encrypted encrypt(Socket connection, String host) throws IOException {
        var witness = new Witness();
        var socket =
                (SSLSocket)
                        context(witness)
                                .getSocketFactory()
                                .createSocket(connection, host, connection.getPort(), false);
        socket.setSSLParameters(parameters(socket.getSSLParameters(), host));
        try {
            socket.startHandshake();
        } catch (IOException e) {
            throw witness.refused ? new BadCertificate(roots.fault(witness.chain), e) : e;
        }
        return new Encrypted(socket, session(socket, witness.chain));
    }

    private static SSLContext context(TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java knows no TLS", e);
        }
    }

    private SSLParameters parameters(SSLParameters parameters, String host) {
        parameters.setProtocols(VERSIONS);
        parameters.setApplicationProtocols(protocols);
        if (strict) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        try {
            parameters.setServerNames(List.of(new SNIHostName(host)));
        } catch (IllegalArgumentException e) {
            parameters.setServerNames(List.of()); // a name the hello cannot hold, as with `_`
        }
        return parameters;
    }

    private TlsSession session(SSLSocket socket, List<X509Certificate> chain) {
        var session = socket.getSession();
        return new TlsSession(
                session.getProtocol(),
                session.getCipherSuite(),
                chain.stream().map(Tls::base64).toList(),
                roots.trust(chain));
    }

    private static String base64(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /// Why a handshake failed, in the word of TLS for it (RFC 8446 §6) where there is one.
    static String alert(IOException why) {
        var text = String.valueOf(why.getMessage());
        var alert = ALERT.matcher(text);
        if (alert.find()) {
            var ours = alert.group("ours");
            return ours == null ? alert.group("theirs") : ours;
        }
        if (text.contains("terminated the handshake") || text.contains("Connection reset")) {
            return "connection closed";
        }
        return text.contains("SSL message") ? "not TLS" : "handshake failed";
    }

    /// The certificate does not hold for this host.
    static final class BadCertificate extends IOException {

        /// What is wrong with it.
        final String fault;

        BadCertificate(String fault, IOException cause) {
            super(fault, cause);
            this.fault = fault;
        }
    }

    /// Keeps the chain as it was sent.
    private final class Witness extends X509ExtendedTrustManager {

        private List<X509Certificate> chain = List.of();
        private boolean refused;

        @Override
        public void checkServerTrusted(X509Certificate[] sent, String kind, Socket socket)
                throws CertificateException {
            chain = List.copyOf(Arrays.asList(sent));
            if (strict) {
                refused = true;
                roots.manager().checkServerTrusted(sent, kind, socket);
                refused = false;
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] sent, String kind, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("only connections are encrypted here");
        }

        @Override
        public void checkServerTrusted(X509Certificate[] sent, String kind)
                throws CertificateException {
            throw new CertificateException("only connections are encrypted here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] sent, String kind, Socket socket)
                throws CertificateException {
            throw new CertificateException("no client is let in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] sent, String kind, SSLEngine engine)
                throws CertificateException {
            throw new CertificateException("no client is let in here");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] sent, String kind)
                throws CertificateException {
            throw new CertificateException("no client is let in here");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
