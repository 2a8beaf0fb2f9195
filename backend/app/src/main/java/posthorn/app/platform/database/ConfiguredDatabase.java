package posthorn.app.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import posthorn.app.platform.Settings;
import posthorn.app.platform.start.StartRefused;

/// The database named in the settings, found to answer and to be new enough.
record ConfiguredDatabase(Settings.Database settings) implements JdbcConnectionDetails {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    /// Connects once, so that a wrong address or password is told in one sentence.
    static ConfiguredDatabase check(Settings.Database settings) {
        var database = new ConfiguredDatabase(settings);
        refuseVersion(database.version());
        return database;
    }

    static void refuseVersion(int version) {
        if (version < OLDEST || version > NEWEST) {
            throw new StartRefused(
                    "The database is PostgreSQL %d, but Posthorn needs PostgreSQL %d to %d."
                            .formatted(version, OLDEST, NEWEST));
        }
    }

    private int version() {
        var properties = new Properties();
        properties.setProperty("user", getUsername());
        properties.setProperty("password", getPassword());
        properties.putIfAbsent("loginTimeout", "10");
        try (var connection = DriverManager.getConnection(getJdbcUrl(), properties)) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException refused) {
            throw new StartRefused(
                    "The database %s cannot be reached: %s"
                            .formatted(withoutParameters(), oneLine(refused)),
                    refused);
        }
    }

    private String withoutParameters() {
        return getJdbcUrl().replaceFirst("\\?.*", "");
    }

    private static String oneLine(SQLException refused) {
        var message = String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason");
        return message.endsWith(".") ? message : message + ".";
    }

    @Override
    public String getUsername() {
        return settings.user();
    }

    @Override
    public String getPassword() {
        return settings.password();
    }

    @Override
    public String getJdbcUrl() {
        return settings.url();
    }
}
