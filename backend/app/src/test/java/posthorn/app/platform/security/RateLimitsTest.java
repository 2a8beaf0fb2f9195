package posthorn.app.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.support.TransactionTemplate;
import posthorn.app.platform.MovableClock;
import posthorn.app.platform.PostgresTest;
import posthorn.app.platform.TooManyRequests;

@PostgresTest
@AutoConfigureMockMvc
@Import(MovableClock.Config.class)
class RateLimitsTest {

    private static final Limit THREE = new Limit("three", 3, Duration.ofMinutes(15));

    @Autowired private RateLimits limits;
    @Autowired private MovableClock clock;
    @Autowired private JdbcClient jdbc;
    @Autowired private TransactionTemplate transaction;

    @Test
    void refusesTheTryAfterTheLastOne() {
        take(3, "a");

        assertThatThrownBy(() -> limits.take(THREE, "a"))
                .isInstanceOfSatisfying(
                        TooManyRequests.class,
                        limit -> assertThat(limit.seconds()).isEqualTo(15 * 60));
        assertThatCode(() -> limits.take(THREE, "b")).doesNotThrowAnyException();
    }

    @Test
    void endsWithItsWindowHoweverOftenItWasTriedMeanwhile() {
        take(3, "patient");
        for (int minute = 0; minute < 14; minute++) {
            clock.pass(Duration.ofMinutes(1));
            assertThatThrownBy(() -> limits.take(THREE, "patient"))
                    .isInstanceOf(TooManyRequests.class);
        }

        clock.pass(Duration.ofMinutes(1));

        assertThatCode(() -> limits.take(THREE, "patient")).doesNotThrowAnyException();
    }

    @Test
    void givesATryBack() {
        take(3, "right");
        limits.giveBack(THREE, "right");

        assertThatCode(() -> limits.take(THREE, "right")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.take(THREE, "right")).isInstanceOf(TooManyRequests.class);
    }

    @Test
    void forgetsAKey() {
        take(3, "known");
        limits.forget(THREE, "known");

        assertThatCode(() -> take(3, "known")).doesNotThrowAnyException();
    }

    @Test
    void countsATryThatIsRolledBack() {
        for (int i = 0; i < 3; i++) {
            transaction.executeWithoutResult(status -> {
                limits.take(THREE, "rolled back");
                status.setRollbackOnly();
            });
        }

        assertThatThrownBy(() -> limits.take(THREE, "rolled back"))
                .isInstanceOf(TooManyRequests.class);
    }

    @Test
    void letsNoMoreThroughWhenManyTryAtOnce() throws Exception {
        Callable<Boolean> one =
                () -> {
                    try {
                        limits.take(THREE, "at once");
                        return true;
                    } catch (TooManyRequests _) {
                        return false;
                    }
                };

        var through = 0;
        try (var pool = Executors.newFixedThreadPool(6)) {
            for (var answer : pool.invokeAll(Collections.nCopies(24, one))) {
                through += answer.get() ? 1 : 0;
            }
        }

        assertThat(through).isEqualTo(3);
    }

    @Test
    void keepsNoAddressesInClear() {
        limits.take(THREE, "alice@example.org");

        assertThat(jdbc.sql("select key from rate_bucket").query(String.class).list())
                .allMatch(key -> key.matches("[0-9a-f]{64}"));
    }

    @Test
    void removesWindowsThatHaveEnded() {
        limits.take(THREE, "old");
        clock.pass(Duration.ofMinutes(16));

        limits.clear();

        assertThat(jdbc.sql("select count(*) from rate_bucket").query(Long.class).single())
                .isZero();
    }

    @Test
    void countsAnIpv6HouseholdAsOne() {
        assertThat(client("2001:db8:1:2:3:4:5:6")).isEqualTo(client("2001:db8:1:2::1"));
        assertThat(client("2001:db8:1:2::1")).isNotEqualTo(client("2001:db8:1:3::1"));
        assertThat(client("192.0.2.1")).isNotEqualTo(client("192.0.2.2"));
    }

    @Test
    void doesNotBelieveHeadersThatNameAnotherClient() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.1");
        request.addHeader("X-Forwarded-For", "198.51.100.1");
        request.addHeader("Forwarded", "for=198.51.100.1");

        assertThat(ClientAddress.of(request)).isEqualTo("192.0.2.1");
    }

    private void take(int times, String key) {
        for (int i = 0; i < times; i++) {
            limits.take(THREE, key);
        }
    }

    private static String client(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return ClientAddress.of(request);
    }
}
