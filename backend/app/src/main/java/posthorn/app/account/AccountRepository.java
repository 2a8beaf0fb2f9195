package posthorn.app.account;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<AccountEntity, Long> {

    AccountEntity save(AccountEntity account);

    Optional<AccountEntity> findById(long id);

    Optional<AccountEntity> findByEmail(String email);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from AccountEntity a where a.id = :id")
    Optional<AccountEntity> lock(long id);

    /// Adds an unconfirmed account, or takes over one that nobody has confirmed yet. A confirmed
    /// one stays as it is. Safe when two come at once.
    @Modifying
    @Query(
            nativeQuery = true,
            value =
                    """
                    insert into account as known (email, password_hash, locale, zone, created_at)
                    values (:email, :passwordHash, :locale, :zone, :now)
                    on conflict (email) do update set
                        password_hash = excluded.password_hash,
                        locale = excluded.locale,
                        zone = excluded.zone
                    where known.confirmed_at is null
                    """)
    void addUnconfirmed(String email, String passwordHash, String locale, String zone, Instant now);

    /// The person as a member of the team they joined first.
    @Query(
            """
            select new posthorn.app.account.Member(
                a.id, m.teamId, a.email, m.role, a.locale, a.zone)
            from AccountEntity a join TeamMemberEntity m on m.accountId = a.id
            where a.id = :accountId and a.confirmedAt is not null
            order by m.joinedAt, m.id
            limit 1
            """)
    Optional<Member> member(long accountId);

    @Query(
            """
            select new posthorn.app.account.Member(
                a.id, m.teamId, a.email, m.role, a.locale, a.zone)
            from AccountEntity a join TeamMemberEntity m on m.accountId = a.id
            where m.teamId = :teamId and a.confirmedAt is not null
            order by m.joinedAt, m.id
            """)
    List<Member> members(long teamId);
}
