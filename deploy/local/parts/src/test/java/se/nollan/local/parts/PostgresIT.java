package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresIT {

    private static LocalParts parts;
    private static Postgres postgres;

    @BeforeAll
    static void start() {
        parts = LocalParts.start(LocalParts.plan().postgres("apples", "pears"));
        postgres = parts.postgres();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void aCommitReachesTheDisk() throws SQLException {
        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void itIsPostgreSql18AndSortsByCodePoint() throws SQLException {
        assertThat(ask("show server_version")).startsWith("18.");
        assertThat(ask("select string_agg(t, '' order by t) from unnest(array['å', 'Z', 'a', 'ö', '0']) t"))
                .isEqualTo("0Zaåö");
    }

    @Test
    void theOwnerMakesTablesAndTheAppUsesOnlyWhatItWasGranted() throws SQLException {
        as(postgres.owner("apples"), "create table granted (n int)", "create table withheld (n int)");
        as(postgres.owner("apples"), "grant select, insert on granted to apples_app");

        as(postgres.app("apples"), "insert into granted values (1)");

        assertThatThrownBy(() -> as(postgres.app("apples"), "delete from granted"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(postgres.app("apples"), "insert into withheld values (1)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(postgres.app("apples"), "create table own (n int)"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(postgres.app("apples"), "create temporary table own (n int)"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void nobodyGetsIntoTheDatabaseOfAnother() {
        assertThatThrownBy(() -> postgres.connect("pears", postgres.owner("apples")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> postgres.connect("pears", postgres.app("apples")))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> postgres.connect("pears", new Login("pears_owner", "guess")))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void whatWasCommittedSurvivesAKill() throws SQLException {
        as(postgres.owner("pears"), "create table kept (n int)", "insert into kept values (42)");
        try (Connection open = postgres.connect("pears");
                Statement sql = open.createStatement()) {
            open.setAutoCommit(false);
            sql.execute("insert into kept values (43)");

            postgres.kill();
        }
        postgres.start();

        try (Connection connection = postgres.connect("pears");
                ResultSet kept = connection.createStatement().executeQuery("select sum(n) from kept")) {
            kept.next();
            assertThat(kept.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void stoppedItAnswersNobodyAndStartedItIsWhereItWas() throws SQLException {
        int port = postgres.port();
        postgres.stop();
        assertThatThrownBy(() -> ask("select 1")).isInstanceOf(SQLException.class);

        postgres.start();
        assertThat(postgres.port()).isEqualTo(port);
        assertThat(ask("select 1")).isEqualTo("1");
    }

    @Test
    void pausedItKeepsAnOpenConnectionWaiting() throws Exception {
        try (Connection connection = postgres.connect("apples")) {
            postgres.pause();
            CompletableFuture<Boolean> answer = CompletableFuture.supplyAsync(() -> valid(connection));
            assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            postgres.resume();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static boolean valid(Connection connection) {
        try {
            return connection.isValid(30);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = postgres.connect("apples");
                ResultSet answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void as(Login login, String... statements) throws SQLException {
        String database = login.user().substring(0, login.user().lastIndexOf('_'));
        try (Connection connection = postgres.connect(database, login);
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
