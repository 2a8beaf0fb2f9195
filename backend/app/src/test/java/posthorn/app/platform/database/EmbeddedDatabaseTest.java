package posthorn.app.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import posthorn.app.platform.start.StartRefused;

class EmbeddedDatabaseTest {

    @TempDir private Path data;

    @Test
    void keepsItsDataAndItsPromises() throws Exception {
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(show(database, "fsync")).isEqualTo("on");
            assertThat(show(database, "synchronous_commit")).isEqualTo("on");
            assertThat(show(database, "full_page_writes")).isEqualTo("on");
            assertThat(show(database, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(database, "unix_socket_directories")).isEmpty();
            assertThat(ask(database, "select datlocale from pg_database where datname='posthorn'"))
                    .isEqualTo("C.UTF-8");
            execute(database, "create table kept (note text)");
        }

        Files.writeString(data.resolve("postgres/postmaster.pid"), "1\n");
        try (var database = EmbeddedDatabase.start(data)) {
            assertThat(ask(database, "select count(*) from kept")).isEqualTo("0");
            assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith(
                            "Another Posthorn already uses the data folder " + data);
        }
    }

    @Test
    void refusesDataOfAnotherVersion() throws IOException {
        Files.createDirectories(data.resolve("postgres"));
        Files.writeString(data.resolve("postgres/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedDatabase.start(data))
                .isInstanceOf(StartRefused.class)
                .hasMessage(
                        "The data in %s belong to PostgreSQL 17, but this release brings PostgreSQL"
                                + " 18; docs/operations.md says how to move them.",
                        data.resolve("postgres"));
    }

    @Test
    void refusesAFolderItCannotWrite() throws IOException {
        var file = Files.writeString(data.resolve("file"), "");

        assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith(
                        "The data folder %s cannot be written", file.resolve("data"));
    }

    private static String show(EmbeddedDatabase database, String name) throws SQLException {
        return ask(database, "show " + name);
    }

    private static String ask(EmbeddedDatabase database, String query) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.getJdbcUrl(), database.getUsername(), "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return String.valueOf(rows.getString(1));
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                database.getJdbcUrl(), database.getUsername(), "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
