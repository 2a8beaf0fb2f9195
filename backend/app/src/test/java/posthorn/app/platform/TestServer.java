package posthorn.app.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// The one PostgreSQL of this test run: in a container where an engine answers, else embedded. It
/// holds a migrated template from which databases are cloned.
public final class TestServer {

    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final TestServer ONLY = start();

    private final String address;
    private final String user;
    private final String password;

    private TestServer(String address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    /// The server, started and with its template migrated.
    public static TestServer only() {
        return ONLY;
    }

    /// A new database with the migrated schema.
    public String migrated() {
        return clone(TEMPLATE);
    }

    /// A new database like the given one, to which nobody may be connected.
    String clone(String template) {
        var name = "test_" + NUMBER.incrementAndGet();
        execute("create database " + name + " template " + template);
        return name;
    }

    /// A new database without any table.
    public String empty() {
        return clone("template1");
    }

    public String url(String database) {
        return "jdbc:postgresql://" + address + "/" + database;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), user, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    private static TestServer start() {
        var server = hasContainerEngine() ? container() : embedded();
        server.execute("create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(server.url(TEMPLATE), server.user, server.password)
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return server;
    }

    /// Looks for the socket first: asking the library costs more than a second where none is.
    private static boolean hasContainerEngine() {
        var named = System.getenv("DOCKER_HOST") != null;
        return (named || Files.exists(Path.of("/var/run/docker.sock")))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // lives as long as the test run
    private static TestServer container() {
        var container =
                new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c", "fsync=off");
        container.start();
        var address = container.getHost() + ":" + container.getMappedPort(5432);
        return new TestServer(address, container.getUsername(), container.getPassword());
    }

    private static TestServer embedded() {
        try {
            var server =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("locale", "C")
                            .setLocaleConfig("locale-provider", "builtin")
                            .setLocaleConfig("builtin-locale", "C.UTF-8")
                            .setServerConfig("listen_addresses", "127.0.0.1")
                            .setServerConfig("unix_socket_directories", "")
                            .start();
            return new TestServer("127.0.0.1:" + server.getPort(), "postgres", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
