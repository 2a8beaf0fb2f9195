package posthorn.app.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of `team_member`.
@Entity
@Table(name = "team_member")
class TeamMemberEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false, updatable = false)
    private long teamId;

    @Column(nullable = false, updatable = false)
    private long accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(nullable = false, updatable = false)
    private Instant joinedAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected TeamMemberEntity() {}

    TeamMemberEntity(long teamId, long accountId, Role role, Instant now) {
        this.teamId = teamId;
        this.accountId = accountId;
        this.role = role;
        this.joinedAt = now;
    }
}
