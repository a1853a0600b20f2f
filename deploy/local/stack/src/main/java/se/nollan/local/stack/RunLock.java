package se.nollan.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** One run at a time: a locked file with the process id in it. The lock ends with the process, however that ends. */
final class RunLock implements AutoCloseable {

    private final FileChannel file;

    private RunLock(FileChannel file) {
        this.file = file;
    }

    /** @throws CannotGoOn if an earlier run still holds it */
    static RunLock take(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel file = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            @Nullable FileLock lock = file.tryLock();
            if (lock == null) {
                String pid = Files.readString(path).trim();
                file.close();
                throw new CannotGoOn("An earlier run is still up, as process " + pid
                        + ". Use that one, or end it first (Ctrl-C in its terminal, or: kill " + pid + ").");
            }
            file.truncate(0);
            file.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new RunLock(file);
        } catch (IOException e) {
            throw new CannotGoOn("The file " + path + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
