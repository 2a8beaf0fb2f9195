package posthorn.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class BootTest {

    @Autowired private JdbcClient jdbc;
    @Autowired private Scheduler scheduler;
    @Autowired private Clock clock;
    @Autowired private Settings settings;

    @Test
    void migratesTheTablesOfSessionsAndJobs() {
        var tables =
                jdbc.sql("select table_name from information_schema.tables")
                        .query(String.class)
                        .list();

        assertThat(tables).contains("spring_session", "spring_session_attributes", "qrtz_triggers");
    }

    @Test
    void keepsJobsInTheDatabaseForAllInstances() throws SchedulerException {
        var store = scheduler.getMetaData();

        assertThat(store.isJobStoreSupportsPersistence()).isTrue();
        assertThat(store.isJobStoreClustered()).isTrue();
    }

    @Test
    void tellsTimeInUtc() {
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void startsNoDatabaseOfItsOwnInTests() {
        assertThat(settings.database().isEmbedded()).isFalse();
    }
}
