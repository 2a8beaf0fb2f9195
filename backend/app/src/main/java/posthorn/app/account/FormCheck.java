package posthorn.app.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import posthorn.app.platform.mail.EmailAddress;

/// Looks at what somebody typed and says in their language what is wrong with it.
@Component
class FormCheck {

    private final MessageSource messages;
    private final Passwords passwords;

    FormCheck(MessageSource messages, Passwords passwords) {
        this.messages = messages;
        this.passwords = passwords;
    }

    /// What is wrong with an address and a new password.
    Problems newAccount(String email, String password, Locale locale) {
        var address = EmailAddress.parse(email);
        var problems = new ArrayList<Problem>();
        if (address.isEmpty()) {
            problems.add(problem("email", "account.problem.email", locale));
        }
        var user = address.orElse(new EmailAddress("nobody@example.org"));
        passwords.fault(password, user).map(it -> fault(it, locale)).ifPresent(problems::add);
        return new Problems(problems);
    }

    /// What is wrong with an address.
    Problems email(String email, Locale locale) {
        return EmailAddress.parse(email).isPresent()
                ? Problems.NONE
                : one("email", "account.problem.email", locale);
    }

    /// A new password that is not taken.
    Problems unfit(Passwords.Fault fault, Locale locale) {
        return new Problems(List.of(fault(fault, locale)));
    }

    /// One thing that is wrong.
    Problems one(String field, String key, Locale locale, Object... values) {
        return new Problems(List.of(problem(field, key, locale, values)));
    }

    private Problem fault(Passwords.Fault fault, Locale locale) {
        var key =
                switch (fault) {
                    case TOO_SHORT -> "account.problem.too-short";
                    case TOO_LONG -> "account.problem.too-long";
                    case NAMED -> "account.problem.named";
                    case COMMON -> "account.problem.common";
                };
        return problem("password", key, locale);
    }

    private Problem problem(String field, String key, Locale locale, Object... values) {
        return new Problem(field, messages.getMessage(key, values, locale));
    }
}
