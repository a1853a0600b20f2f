package se.nollan.base.database;

import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.hibernate.JDBCException;

/** What a database says when it refuses, and whether another time could change it. */
public final class SqlFailure {

    /**
     * Classes of SQL states that the rows themselves cause: their number (21), their values (22), a constraint (23), a size beyond
     * what can be stored (54). All else has to do with the database's own state or with ours (a full disk, a standby that is read
     * only, a deadlock, a password that was changed, a table that is not migrated yet), and passes when that is mended.
     */
    private static final Set<String> OF_THE_ROWS = Set.of("21", "22", "23", "54");

    private SqlFailure() {}

    /** The SQL state, if this failure itself is a database's. */
    public static Optional<String> state(Throwable failure) {
        if (failure instanceof PgException postgres) {
            return Optional.ofNullable(postgres.getSqlState());
        }
        if (failure instanceof SQLException sql) {
            return Optional.ofNullable(sql.getSQLState());
        }
        if (failure instanceof JDBCException hibernate) {
            return Optional.ofNullable(hibernate.getSQLState());
        }
        return Optional.empty();
    }

    /** Whether the rows that were written or asked for cause it, so that it comes again whenever they do. */
    public static boolean isOfTheRows(String state) {
        return state.length() >= 2 && OF_THE_ROWS.contains(state.substring(0, 2));
    }
}
