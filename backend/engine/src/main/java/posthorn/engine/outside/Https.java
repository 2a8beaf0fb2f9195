package posthorn.engine.outside;

import java.net.URI;

/// Web servers, asked for one small file. Redirects are answers, and are not followed.
@FunctionalInterface
public interface Https {

    /// What is at this address. Never throws for what the outside does.
    HttpsAnswer get(URI address);
}
