package posthorn.app.account;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import posthorn.app.platform.security.SecretToken;

/// The table `email_token`: links that prove that a person reads an address.
///
/// Only the newest link of a kind works, for half an hour, once; the table holds its hash alone.
@Repository
class EmailTokenRepository {

    static final Duration LIFE = Duration.ofMinutes(30);

    /// What a link is for.
    enum Purpose {
        CONFIRM,
        RESET
    }

    /// What a link stands for: an account, and the domain its owner wants to watch, or none.
    record Holder(long accountId, String domain) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    EmailTokenRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Keeps a new link; an older one of the same kind stops working.
    void replace(Holder holder, Purpose purpose, SecretToken token) {
        jdbc.sql(
                        """
                        insert into email_token (account_id, purpose, token_hash, expires_at, domain)
                        values (:accountId, :purpose, :hash, :expiresAt, :domain)
                        on conflict (account_id, purpose) do update set
                            token_hash = excluded.token_hash,
                            expires_at = excluded.expires_at,
                            domain = coalesce(nullif(excluded.domain, ''), email_token.domain)
                        """)
                .param("accountId", holder.accountId())
                .param("purpose", purpose.name())
                .param("hash", token.hash())
                .param("expiresAt", clock.instant().plus(LIFE).atOffset(ZoneOffset.UTC))
                .param("domain", holder.domain())
                .update();
    }

    /// Who holds this link, if it still works.
    Optional<Holder> find(Purpose purpose, SecretToken token) {
        return query("select account_id, domain from email_token", "", purpose, token);
    }

    /// Uses the link up; of two who try at once, one succeeds.
    Optional<Holder> use(Purpose purpose, SecretToken token) {
        return query("delete from email_token", " returning account_id, domain", purpose, token);
    }

    /// Takes back a link that is no longer needed.
    void drop(long accountId, Purpose purpose) {
        jdbc.sql("delete from email_token where account_id = :accountId and purpose = :purpose")
                .param("accountId", accountId)
                .param("purpose", purpose.name())
                .update();
    }

    private Optional<Holder> query(String verb, String end, Purpose purpose, SecretToken token) {
        return jdbc.sql(
                        verb
                                + " where purpose = :purpose and token_hash = :hash"
                                + " and expires_at > :now"
                                + end)
                .param("purpose", purpose.name())
                .param("hash", token.hash())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Holder(row.getLong("account_id"), row.getString("domain")))
                .optional();
    }
}
