package se.nollan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

    @TempDir
    Path folder;

    @Test
    void aSecondProcessIsToldWhichOneIsUp() throws Exception {
        Path file = folder.resolve("a/stack.pid");
        try (RunLock ignored = RunLock.take(file)) {
            assertThat(inAnotherProcess(file))
                    .contains("An earlier run is still up, as process "
                            + ProcessHandle.current().pid());
        }
        assertThat(inAnotherProcess(file)).isEqualTo("taken");
    }

    @Test
    void whatAnEndedProcessLeftBehindIsNoHindrance() throws IOException {
        Path file = Files.writeString(folder.resolve("stack.pid"), "999999");
        assertThatCode(() -> RunLock.take(file).close()).doesNotThrowAnyException();
        assertThat(file)
                .content()
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }

    /** Tries to take the lock, and says how that went. */
    static final class Other {
        public static void main(String[] arguments) {
            try (RunLock ignored = RunLock.take(Path.of(arguments[0]))) {
                System.out.print("taken");
            } catch (CannotGoOn e) {
                System.out.print(e.getMessage());
            }
        }
    }

    private static String inAnotherProcess(Path file) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Other.class.getName(),
                            file.toString()))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
