package posthorn.app.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// The database of one application context, which can be set back to how it was after the start.
final class TestDatabase extends AbstractDataSource implements DisposableBean {

    private final String first = TestServer.only().migrated();
    private volatile HikariDataSource pool = connect(first);

    @Override
    public Connection getConnection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return pool.getConnection(user, password);
    }

    /// From now on connections lead to a new copy of the database the context was started with.
    void renew() {
        pool.close();
        pool = connect(TestServer.only().clone(first));
    }

    @Override
    public void destroy() {
        pool.close();
    }

    private static HikariDataSource connect(String database) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(TestServer.only().url(database));
        pool.setUsername(TestServer.only().user());
        pool.setPassword(TestServer.only().password());
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(0);
        return pool;
    }
}
