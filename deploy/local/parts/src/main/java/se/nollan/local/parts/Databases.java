package se.nollan.local.parts;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes a database with its two roles, and takes from everybody else what PostgreSQL gives them. */
final class Databases {

    private Databases() {}

    static void create(Postgres postgres, String database) {
        Login owner = postgres.owner(database);
        Login app = postgres.app(database);
        try {
            try (Connection connection = postgres.connect("postgres")) {
                execute(connection, "CREATE ROLE " + owner.user() + " LOGIN PASSWORD '" + owner.password() + "'");
                execute(connection, "CREATE ROLE " + app.user() + " LOGIN PASSWORD '" + app.password() + "'");
                execute(connection, "CREATE DATABASE " + database + " OWNER " + owner.user());
                execute(connection, "REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
                execute(connection, "GRANT CONNECT ON DATABASE " + database + " TO " + app.user());
            }
            try (Connection connection = postgres.connect(database)) {
                execute(connection, "ALTER SCHEMA public OWNER TO " + owner.user());
                execute(connection, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
                execute(connection, "GRANT USAGE ON SCHEMA public TO " + app.user());
            }
        } catch (SQLException e) {
            throw new PartFailed("PostgreSQL did not take the database " + database + ": " + e.getMessage(), e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
