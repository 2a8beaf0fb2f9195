package posthorn.app.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import posthorn.app.platform.TooManyRequests;

/// Counts tries in windows that begin with the first one; shared by all nodes.
///
/// Counting happens in a transaction of its own, so that a try counts even when it fails. A window
/// always ends: nobody is locked out for good.
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class RateLimits {

    private record Bucket(int used, Instant endsAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    RateLimits(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Counts one try, before it is made.
    ///
    /// @throws TooManyRequests when the limit was reached before this try
    @Transactional(propagation = Propagation.REQUIRES_NEW, noRollbackFor = TooManyRequests.class)
    public void take(Limit limit, String key) {
        var now = clock.instant();
        var bucket = count(limit, key, now);
        if (bucket.used() > limit.tries()) {
            throw new TooManyRequests(Duration.between(now, bucket.endsAt()));
        }
    }

    /// Gives one try back: it turned out to be none that counts.
    public void giveBack(Limit limit, String key) {
        jdbc.sql(
                        """
                        update rate_bucket set used = greatest(used - 1, 0)
                        where name = :name and key = :key
                        """)
                .param("name", limit.name())
                .param("key", hashed(key))
                .update();
    }

    /// Forgets all tries of this key.
    public void forget(Limit limit, String key) {
        jdbc.sql("delete from rate_bucket where name = :name and key = :key")
                .param("name", limit.name())
                .param("key", hashed(key))
                .update();
    }

    /// Removes windows that have ended.
    public int clear() {
        return jdbc.sql("delete from rate_bucket where ends_at <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Bucket count(Limit limit, String key, Instant now) {
        return jdbc.sql(
                        """
                        insert into rate_bucket as bucket (name, key, used, ends_at)
                        values (:name, :key, 1, :end)
                        on conflict (name, key) do update set
                            used = case when bucket.ends_at <= :now then 1
                                        else least(bucket.used + 1, :most) end,
                            ends_at = case when bucket.ends_at <= :now then :end
                                           else bucket.ends_at end
                        returning used, ends_at
                        """)
                .param("name", limit.name())
                .param("key", hashed(key))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("end", now.plus(limit.window()).atOffset(ZoneOffset.UTC))
                .param("most", limit.tries() + 1)
                .query((row, _) ->
                        new Bucket(row.getInt("used"), row.getTimestamp("ends_at").toInstant()))
                .single();
    }

    /// Keys may be addresses of people: they are not kept in clear, and have one length.
    private static String hashed(String key) {
        return new SecretToken(key).hash();
    }
}
