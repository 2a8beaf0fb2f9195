package posthorn.app.account;

import java.time.ZoneId;
import java.util.Locale;
import posthorn.app.platform.mail.EmailAddress;

/// What is needed to make an account.
public record NewAccount(EmailAddress email, String password, Locale locale, ZoneId zone) {

    @Override
    public String toString() {
        return "NewAccount[hidden]";
    }
}
