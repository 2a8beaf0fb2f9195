package posthorn.app.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;
import posthorn.app.account.Passwords.Fault;
import posthorn.app.platform.mail.EmailAddress;

class PasswordsTest {

    private static final EmailAddress ALICE = new EmailAddress("alice@example.org");

    private final Passwords passwords =
            new Passwords(new PasswordConfig().passwordEncoder(), new CommonPasswords());

    /// Writes down which hashes a password is compared with.
    private static final class Witness implements PasswordEncoder {

        private final PasswordEncoder real = new PasswordConfig().passwordEncoder();
        private final List<String> compared = new ArrayList<>();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return real.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            compared.add(String.valueOf(hash));
            return real.matches(password, hash);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "violet anvil 1848 harbour",
                "korrekt Pferd Batterie 7 Heftklammer",
                "x9$Kq2!mZp4w",
                "äöüßäöüß&%$?xyz",
                "            . , ; - _ + *",
                "密码密码密码漢字かな交じり文",
                "sunny-day in the garden of Eden"
            })
    void takesWhatIsHardToGuess(String password) {
        assertThat(passwords.fault(password, ALICE)).isEmpty();
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(passwords.fault("a1x2k3d9e5f", ALICE)).contains(Fault.TOO_SHORT);
        assertThat(passwords.fault("a1x2k3d9e5f6", ALICE)).isEmpty();
        assertThat(passwords.fault("𝒜𝒷𝒸𝒹ℯ𝒻ℊ𝒽𝒾𝒿𝓀", ALICE)).contains(Fault.TOO_SHORT);
        assertThat(passwords.fault("k7#".repeat(43).substring(0, 128) + "x", ALICE))
                .contains(Fault.TOO_LONG);
        assertThat(passwords.fault("Ab7#x".repeat(26).substring(0, 128), ALICE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password123!",
                "P@ssw0rd2026!!",
                "passwortpasswort",
                "Passwort-2026",
                "qwertzuiopas",
                "qwertyuiop[]123",
                "1q2w3e4r5t6z",
                "1qaz2wsx3edc",
                "123456789012",
                "210987654321",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "iloveyou1234",
                "IchLiebeDich!",
                "Sommer2026!!",
                "Sommer-Sonne-1",
                "administrator",
                "Willkommen01",
                "letmein12345",
                "Schalke04Schalke04",
                "111122223333",
                "superman2026"
            })
    void refusesWhatIsGuessedFirst(String password) {
        assertThat(passwords.fault(password, ALICE)).contains(Fault.COMMON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "my posthorn secret 7",
                "POSTHORN-2026-xyz",
                "x7 alice k9 wonder",
                "ALICEinWXZ77"
            })
    void refusesWhatNamesTheProductOrTheAccount(String password) {
        assertThat(passwords.fault(password, ALICE)).contains(Fault.NAMED);
    }

    @Test
    void hashesWithArgon2id() {
        assertThat(passwords.hash("violet anvil 1848 harbour"))
                .startsWith("{argon2id}$argon2id$v=19$m=16384,t=2,p=1$");
    }

    @Test
    void readsTheSameLettersFromEveryKeyboard() {
        var hash = passwords.hash("Gr\u00fc\u00dfe aus K\u00f6ln am Rhein");
        var account = account(hash);

        assertThat(passwords.matches("Gru\u0308\u00dfe aus Ko\u0308ln am Rhein", account)).isTrue();
        assertThat(passwords.matches("Grusse aus Koln am Rhein", account)).isFalse();
    }

    @Test
    void worksAsHardForSomebodyWhoDoesNotExist() {
        var witness = new Witness();
        var passwords = new Passwords(witness, new CommonPasswords());
        var account = account(passwords.hash("violet anvil 1848 harbour"));

        assertThat(passwords.matches("wrong", account)).isFalse();
        assertThat(passwords.matches("wrong", Optional.empty())).isFalse();
        assertThat(passwords.matches("nobody", Optional.empty())).isFalse();

        assertThat(witness.compared)
                .hasSize(3)
                .allMatch(hash -> hash.startsWith("{argon2id}$argon2id$v=19$m=16384,t=2,p=1$"));
    }

    private static Optional<AccountEntity> account(String hash) {
        return Optional.of(
                new AccountEntity(
                        ALICE.text(), hash, Locale.ENGLISH, ZoneOffset.UTC, Instant.EPOCH));
    }
}
