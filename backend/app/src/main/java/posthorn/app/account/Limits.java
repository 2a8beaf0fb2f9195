package posthorn.app.account;

import java.time.Duration;
import posthorn.app.platform.security.Limit;

/// How often things may be tried.
final class Limits {

    static final Limit SIGN_IN_ACCOUNT = new Limit("sign-in-account", 10, Duration.ofMinutes(15));
    static final Limit SIGN_IN_CLIENT = new Limit("sign-in-client", 50, Duration.ofMinutes(15));
    static final Limit SIGN_UP_MAIL = new Limit("sign-up-mail", 3, Duration.ofHours(1));
    static final Limit RESET_MAIL = new Limit("reset-mail", 3, Duration.ofHours(1));
    static final Limit MAIL_CLIENT = new Limit("mail-client", 30, Duration.ofHours(1));

    private Limits() {}
}
