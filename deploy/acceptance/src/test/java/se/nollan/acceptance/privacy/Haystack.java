package se.nollan.acceptance.privacy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.postgresql.util.PGobject;
import se.nollan.local.parts.Message;
import se.nollan.local.stack.Service;
import se.nollan.local.stack.Stack;

/** Everything that a run has left behind: rows, messages, files. */
final class Haystack {

    private final Stack stack;
    private final Needles needles;
    private final List<String> found = new ArrayList<>();
    private long searched;

    private Haystack(Stack stack, Needles needles) {
        this.stack = stack;
        this.needles = needles;
    }

    /** Where something was found and in which form; never what. */
    static List<String> search(Stack stack, Needles needles) throws SQLException, IOException {
        Haystack haystack = new Haystack(stack, needles);
        for (Service service : Service.values()) {
            haystack.searchDatabase(service.word());
        }
        haystack.searchTopics();
        haystack.searchFiles();
        if (haystack.searched < 10_000_000) {
            throw new AssertionError("only " + haystack.searched + " bytes were searched: that cannot be all");
        }
        return haystack.found;
    }

    private void searchDatabase(String database) throws SQLException {
        try (Connection connection = stack.parts().postgres().connect(database)) {
            for (String table : tables(connection)) {
                searchTable(connection, database, table);
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
                        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')""")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    private void searchTable(Connection connection, String database, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int column = 1; column <= columns; column++) {
                        searchValue(
                                database + ", " + table + "."
                                        + row.getMetaData().getColumnName(column),
                                row.getObject(column));
                    }
                }
            }
        } finally {
            connection.rollback();
        }
    }

    private void searchValue(String where, Object value) {
        if (value instanceof byte[] bytes) {
            searchBytes(where, bytes);
        } else if (value instanceof PGobject object && object.getValue() != null) {
            searchBytes(where, object.getValue().getBytes(StandardCharsets.UTF_8));
        } else if (value != null) {
            searchBytes(where, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private void searchTopics() {
        for (String topic : stack.parts().kafka().topics()) {
            for (Message message : stack.parts().kafka().read(topic)) {
                searchBytes("topic " + topic, message.toString().getBytes(StandardCharsets.UTF_8));
                searchBytes("topic " + topic, message.text().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Data files of PostgreSQL with its log, segments of Kafka, logs, keys, temporary files. */
    private void searchFiles() throws IOException {
        try (Stream<Path> files = Files.walk(stack.parts().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.exists(file)) {
                    searchBytes(stack.parts().folder().relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private void searchBytes(String where, byte[] bytes) {
        for (byte[] layer : Hay.unpacked(bytes)) {
            searched += layer.length;
            needles.firstIn(layer).ifPresent(form -> found.add(where + ": " + form));
        }
    }
}
