package posthorn.engine.bimi;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.Https;
import posthorn.engine.outside.HttpsAnswer;

/// A file that a record names, as the web gave it.
public sealed interface WebFile {

    /// Redirects that are followed; each leads to https again.
    int MOST_REDIRECTS = 3;

    /// None is named.
    record NotNamed() implements WebFile {}

    /// It is there.
    ///
    /// @param at where in the end
    /// @param body each octet as the Latin-1 character of the same number
    record Got(URI at, String body) implements WebFile {}

    /// It is larger than what we take, which is more than anybody needs.
    record TooLarge(URI at) implements WebFile {}

    /// It cannot be had.
    ///
    /// @param status of HTTP; 0 where it did not come to one
    record Missing(URI at, Why why, int status) implements WebFile {

        /// A finding about it, told where and why.
        Finding in(Finding finding) {
            var told = finding.with("address", at.toString()).with("why", why);
            return status == 0 ? told : told.with("status", status);
        }
    }

    /// Nobody said, or somebody will say later.
    record Silent(URI at, Why why) implements WebFile {}

    /// Why there is no file.
    enum Why {
        NO_ADDRESS,
        DNS_SILENT,
        FORBIDDEN,
        REFUSED,
        TIMEOUT,
        TLS,
        CERTIFICATE,
        MALFORMED,
        /// An error of HTTP.
        STATUS,
        /// An error of HTTP that will pass.
        BUSY,
        /// Too many redirects, or one to nowhere or without https.
        REDIRECT,
        /// A port we do not connect to; others may.
        PORT
    }

    /// Fetches a file.
    static WebFile fetch(Optional<URI> address, Https https) {
        return address.map(uri -> fetch(uri, MOST_REDIRECTS, https)).orElseGet(NotNamed::new);
    }

    private static WebFile fetch(URI at, int redirects, Https https) {
        if (!Set.of(-1, 443, 8443).contains(at.getPort())) {
            return new Silent(at, Why.PORT);
        }
        return switch (https.get(at)) {
            case HttpsAnswer.Failed(var why, _) -> failed(at, why);
            case HttpsAnswer.Answered(int status, _, var location, var body, _) ->
                    switch (status / 100) {
                        case 2 -> new Got(at, body);
                        case 3 ->
                                target(at, location)
                                        .filter(_ -> redirects > 0)
                                        .map(next -> fetch(next, redirects - 1, https))
                                        .orElseGet(() -> new Missing(at, Why.REDIRECT, status));
                        default ->
                                isPassing(status)
                                        ? new Silent(at, Why.BUSY)
                                        : new Missing(at, Why.STATUS, status);
                    };
        };
    }

    /// Whether the server asks to come back later (RFC 6585 §4, RFC 9110 §15.6).
    private static boolean isPassing(int status) {
        return Set.of(429, 502, 503, 504).contains(status);
    }

    private static Optional<URI> target(URI from, String location) {
        try {
            return Optional.of(from.resolve(new URI(location)))
                    .filter(uri -> "https".equalsIgnoreCase(uri.getScheme()))
                    .filter(uri -> uri.getHost() != null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static WebFile failed(URI at, HttpsAnswer.Why why) {
        return switch (why) {
            case NO_ADDRESS -> new Missing(at, Why.NO_ADDRESS, 0);
            case FORBIDDEN -> new Missing(at, Why.FORBIDDEN, 0);
            case REFUSED -> new Missing(at, Why.REFUSED, 0);
            case TLS -> new Missing(at, Why.TLS, 0);
            case CERTIFICATE -> new Missing(at, Why.CERTIFICATE, 0);
            case MALFORMED -> new Missing(at, Why.MALFORMED, 0);
            case DNS_SILENT -> new Silent(at, Why.DNS_SILENT);
            case TIMEOUT -> new Silent(at, Why.TIMEOUT);
            case TOO_LARGE -> new TooLarge(at);
        };
    }
}
