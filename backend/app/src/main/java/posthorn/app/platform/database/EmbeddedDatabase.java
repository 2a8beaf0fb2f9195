package posthorn.app.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import posthorn.app.platform.start.StartRefused;

/// The PostgreSQL that comes along: its data live in one folder and outlast a restart.
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String NAME = "posthorn";
    private static final int MAJOR = 18;

    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    /// Starts the server on its folder, or refuses in one sentence.
    static EmbeddedDatabase start(Path data) {
        var folder = DataFolder.open(data);
        try {
            refuseOtherVersions(folder.cluster());
            LeftoverServer.stop(folder.cluster());
            var database = new EmbeddedDatabase(folder, startServer(folder));
            SpringApplication.getShutdownHandlers().add(database::close);
            database.create();
            LOG.info("event=database-ready port={}", database.server.getPort());
            return database;
        } catch (IOException | SQLException | IllegalStateException refused) {
            folder.close();
            throw new StartRefused(
                    "The embedded database in %s did not start: %s."
                            .formatted(folder.cluster(), refused.getMessage()),
                    refused);
        } catch (StartRefused refused) {
            folder.close();
            throw refused;
        }
    }

    private static EmbeddedPostgres startServer(DataFolder folder) throws IOException {
        LOG.info("event=database-starting folder={}", folder.cluster());
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.cluster())
                .setOverrideWorkingDirectory(folder.binaries().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "50")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    private static void refuseOtherVersions(Path cluster) throws IOException {
        var file = cluster.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        var version = Files.readString(file).strip();
        if (!version.equals(Integer.toString(MAJOR))) {
            throw new StartRefused(
                    "The data in %s belong to PostgreSQL %s, but this release brings PostgreSQL %d;"
                                    .formatted(cluster, version, MAJOR)
                            + " docs/operations.md says how to move them.");
        }
    }

    private void create() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            var found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + NAME + "'");
            if (!found.next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), NAME);
    }

    /// Stops the server; a second call does nothing.
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failed) {
            LOG.warn("event=database-not-stopped reason={}", failed.getMessage());
        } finally {
            folder.close();
        }
    }
}
