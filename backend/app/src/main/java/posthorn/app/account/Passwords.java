package posthorn.app.account;

import java.text.Normalizer;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import posthorn.app.platform.mail.EmailAddress;

/// Passwords: which ones are taken, and how they are kept.
@Component
class Passwords {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;
    private static final String PRODUCT = "posthorn";

    /// What is wrong with a new password.
    enum Fault {
        TOO_SHORT,
        TOO_LONG,
        NAMED,
        COMMON
    }

    private final PasswordEncoder encoder;
    private final CommonPasswords common;

    /// Compared against where there is no account, so that the same work is done.
    private final String nobody;

    Passwords(PasswordEncoder encoder, CommonPasswords common) {
        this.encoder = encoder;
        this.common = common;
        this.nobody = encoder.encode("nobody");
    }

    /// What is wrong with a new password of this person, if anything.
    Optional<Fault> fault(String password, EmailAddress email) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (CommonPasswords.names(password, PRODUCT)
                || CommonPasswords.names(password, email.local())) {
            return Optional.of(Fault.NAMED);
        }
        return common.contains(password) ? Optional.of(Fault.COMMON) : Optional.empty();
    }

    String hash(String password) {
        return encoder.encode(normal(password));
    }

    /// Whether this is the password of the account; takes as long when there is no account.
    boolean matches(String password, Optional<AccountEntity> account) {
        var hash = account.map(AccountEntity::passwordHash).orElse(nobody);
        return encoder.matches(normal(password), hash) && account.isPresent();
    }

    /// Whether the hash was made in a way that is no longer the best one.
    boolean isOutdated(AccountEntity account) {
        return encoder.upgradeEncoding(account.passwordHash());
    }

    /// The same letters may come as different code points from different keyboards.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
