package posthorn.app.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `account`.
@Entity
@Table(name = "account")
class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private String email;

    @Column(nullable = false)
    private String passwordHash;

    @Column(nullable = false)
    private Locale locale;

    @Column(nullable = false)
    private ZoneId zone;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    private @Nullable Instant confirmedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected AccountEntity() {}

    AccountEntity(String email, String passwordHash, Locale locale, ZoneId zone, Instant now) {
        this.email = email;
        this.passwordHash = passwordHash;
        this.locale = locale;
        this.zone = zone;
        this.createdAt = now;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    Locale locale() {
        return locale;
    }

    ZoneId zone() {
        return zone;
    }

    boolean isConfirmed() {
        return confirmedAt != null;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    void setPasswordHash(String hash) {
        passwordHash = hash;
    }

    void setPreferences(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
    }
}
