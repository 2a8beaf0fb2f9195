package posthorn.app.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of `team`.
@Entity
@Table(name = "team")
class TeamEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected TeamEntity() {}

    TeamEntity(String name, Instant now) {
        this.name = name;
        this.createdAt = now;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    String name() {
        return name;
    }
}
