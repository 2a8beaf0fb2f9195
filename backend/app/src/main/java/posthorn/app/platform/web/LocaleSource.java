package posthorn.app.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/// Knows the language and the zone which the person behind a request has chosen for the account.
public interface LocaleSource {

    /// The person's language; empty for somebody who is not signed in.
    Optional<Locale> locale(HttpServletRequest request);

    /// The person's zone; empty for somebody who is not signed in.
    Optional<ZoneId> zone(HttpServletRequest request);
}
