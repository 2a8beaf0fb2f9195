package posthorn.engine.outside;

import java.net.URI;
import java.util.Locale;

/// Web servers, asked for one small file. Redirects are answers, and are not followed.
@FunctionalInterface
public interface Https {

    /// What is at this address. Never throws for what the outside does.
    HttpsAnswer get(URI address);

    /// How many octets of an answer are taken: for an MTA-STS policy 64 KiB (RFC 8461 §3.3), for an
    /// SVG 128, for the list of registries 512, else 256.
    static int limit(URI address) {
        var path = String.valueOf(address.getPath()).toLowerCase(Locale.ROOT);
        if (path.equals("/.well-known/mta-sts.txt")) {
            return 64 * 1024;
        }
        if (address.equals(LiveRegistry.SERVICES)) {
            return 512 * 1024;
        }
        return (path.endsWith(".svg") ? 128 : 256) * 1024;
    }
}
