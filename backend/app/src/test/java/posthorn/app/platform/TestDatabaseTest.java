package posthorn.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class TestDatabaseTest {

    @Autowired private JdbcClient jdbc;
    @Autowired private TestDatabase database;

    @Test
    void forgetsWhatATestClassWrote() {
        jdbc.sql("insert into qrtz_locks values ('posthorn', 'SPEECH')").update();

        database.renew();

        assertThat(
                        jdbc.sql("select count(*) from qrtz_locks where lock_name = 'SPEECH'")
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
