package se.nollan.acceptance;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import se.nollan.local.stack.Stack;

/** A table of a service held by somebody else: reading goes on, and whoever wants to write waits. */
final class Frozen implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Stack stack;
    private final String database;
    private final Connection holder;

    private Frozen(Stack stack, String database, Connection holder) {
        this.stack = stack;
        this.database = database;
        this.holder = holder;
    }

    static Frozen table(Stack stack, String database, String table) throws SQLException {
        return hold(stack, database, "LOCK TABLE " + table + " IN SHARE MODE");
    }

    /** The rows that are there now cannot be deleted; new ones can be added. */
    static Frozen rows(Stack stack, String database, String table) throws SQLException {
        return hold(stack, database, "SELECT * FROM " + table + " FOR KEY SHARE");
    }

    /** Waits until a service wants what is held here. */
    void awaitWaiting() {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> count("""
                pg_stat_activity
                WHERE datname = '%s' AND wait_event_type = 'Lock' AND %d = ANY (pg_blocking_pids(pid))""".formatted(database, holderPid())) > 0);
    }

    /** Waits until there are rows in a table. */
    static void awaitRows(Stack stack, String database, String table) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> count(stack, database, table) > 0);
    }

    static void awaitNoRows(Stack stack, String database, String table) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> count(stack, database, table) == 0);
    }

    @Override
    public void close() throws SQLException {
        holder.rollback();
        holder.close();
    }

    private static Frozen hold(Stack stack, String database, String sql) throws SQLException {
        Connection holder = stack.parts().postgres().connect(database);
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
        return new Frozen(stack, database, holder);
    }

    private int holderPid() throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private long count(String from) throws SQLException {
        return count(stack, database, from);
    }

    private static long count(Stack stack, String database, String from) throws SQLException {
        try (Connection connection = stack.parts().postgres().connect(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
