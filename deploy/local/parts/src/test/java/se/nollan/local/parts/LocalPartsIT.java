package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPartsIT {

    @TempDir
    private Path temporary;

    @Test
    void aSecondStartUnpacksNothing() throws IOException {
        LocalParts.start(LocalParts.plan().postgres("apples")).close();
        FileTime unpacked = Files.getLastModifiedTime(binaries());

        LocalParts.start(LocalParts.plan().postgres("apples")).close();

        assertThat(Files.getLastModifiedTime(binaries())).isEqualTo(unpacked);
    }

    @Test
    void closedTheyLeaveNothingBehind() {
        LocalParts parts = LocalParts.start(LocalParts.plan().postgres("apples"));
        int port = parts.postgres().port();
        assertThat(Ports.answers(port)).isTrue();

        parts.close();

        assertThat(Ports.answers(port)).isFalse();
        assertThat(parts.folder()).doesNotExist();
    }

    @Test
    void dataAndLogsAreKeptOnRequest() {
        Path folder = temporary.resolve("run");
        LocalParts.start(LocalParts.plan().postgres("apples").folder(folder).keep())
                .close();

        assertThat(folder.resolve("postgres/data/PG_VERSION")).exists();
        assertThat(folder.resolve("postgres/postgres.log")).content().contains("database system is shut down");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Plan plan = LocalParts.plan().postgres("apples").postgresPort(taken.getLocalPort());

            assertThatThrownBy(() -> LocalParts.start(plan))
                    .isInstanceOf(PartFailed.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("PostgreSQL")
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void aFolderWithSomethingInItIsLeftAlone() throws IOException {
        Path somebodys = Files.writeString(temporary.resolve("somebodys"), "text");

        assertThatThrownBy(() ->
                        LocalParts.start(LocalParts.plan().postgres("apples").folder(temporary)))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("not empty");
        assertThat(somebodys).hasContent("text");
    }

    @Test
    void aPartThatDoesNotStartSaysWhyAndTakesTheOthersWithIt() throws IOException {
        Path asyncApi = Files.writeString(
                temporary.resolve("asyncapi.yaml"),
                "channels: {a: {address: a, bindings: {kafka: {topicConfiguration: {cleanup.policy: [burn]}}}}}");
        Path folder = temporary.resolve("run");
        Plan plan = LocalParts.plan()
                .postgres("apples")
                .kafka(asyncApi)
                .postgresPort(Ports.free())
                .folder(folder);

        assertThatThrownBy(() -> LocalParts.start(plan))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("burn");
        assertThat(Ports.answers(plan.postgresPort)).isFalse();
        assertThat(folder).doesNotExist();
    }

    @Test
    void aJvmThatIsKilledTakesItsPartsWithIt() throws Exception {
        Path folder = temporary.resolve("run");
        Process jvm = new ProcessBuilder(List.of(
                        Command.java().toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Abandoned.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(jvm.getInputStream()))) {
            int port = Integer.parseInt(said.readLine());
            assertThat(Ports.answers(port)).isTrue();

            jvm.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (Ports.answers(port) && System.nanoTime() < deadline) {
                Thread.sleep(50);
            }
            assertThat(Ports.answers(port)).isFalse();
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** What the killed JVM runs. */
    static final class Abandoned {
        private Abandoned() {}

        public static void main(String[] arguments) throws InterruptedException {
            LocalParts parts =
                    LocalParts.start(LocalParts.plan().postgres("apples").folder(Path.of(arguments[0])));
            System.out.println(parts.postgres().port());
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }

    private static Path binaries() {
        return Cache.ofUser().folder("postgresql-" + Artifacts.version("postgresql"), made -> {
            throw new IOException("should be there");
        });
    }
}
