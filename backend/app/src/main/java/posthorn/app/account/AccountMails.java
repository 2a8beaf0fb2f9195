package posthorn.app.account;

import java.net.URI;
import java.util.Locale;
import org.springframework.stereotype.Component;
import posthorn.app.platform.Settings;
import posthorn.app.platform.mail.EmailAddress;
import posthorn.app.platform.mail.Mail;
import posthorn.app.platform.mail.MailTemplates;
import posthorn.app.platform.security.SecretToken;

/// The mails about accounts, each with a link into this installation.
@Component
class AccountMails {

    /// What the templates of this module see.
    record LinkMail(String email, URI link) {}

    private final MailTemplates templates;
    private final Settings settings;

    AccountMails(MailTemplates templates, Settings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /// Asks somebody to confirm that the address is theirs.
    Mail confirm(EmailAddress to, Locale locale, SecretToken token) {
        return write("account-confirm", to, locale, "/confirm?token=" + token.text());
    }

    /// Tells somebody who signed up again that they have an account.
    Mail known(EmailAddress to, Locale locale) {
        return write("account-known", to, locale, "/forgotten");
    }

    /// Lets somebody choose a new password.
    Mail reset(EmailAddress to, Locale locale, SecretToken token) {
        return write("account-reset", to, locale, "/reset?token=" + token.text());
    }

    /// Tells somebody that the password is a new one.
    Mail passwordChanged(EmailAddress to, Locale locale) {
        return write("account-password-changed", to, locale, "/forgotten");
    }

    private Mail write(String name, EmailAddress to, Locale locale, String path) {
        return templates.write(name, to, locale, new LinkMail(to.text(), settings.link(path)));
    }
}
