package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresAndKafkaIT {

    private static LocalParts parts;

    @BeforeAll
    static void start() {
        parts = LocalParts.start(LocalParts.plan()
                .postgres("ingest")
                .kafka(Path.of("../../contracts/asyncapi.yaml"))
                .tell(System.out::println));
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void aCommitReachesTheDisk() throws SQLException {
        try (Connection connection = parts.postgres().connect("ingest");
                ResultSet result = connection.createStatement().executeQuery("show fsync")) {
            result.next();
            assertThat(result.getString(1)).isEqualTo("on");
        }
    }

    @Test
    void theTopicsAreThoseOfTheDocument() {
        assertThat(parts.kafka().topics())
                .containsExactlyInAnyOrder(
                        "register", "submissions", "contacts", "results", "progress", "dead-letters");
    }
}
