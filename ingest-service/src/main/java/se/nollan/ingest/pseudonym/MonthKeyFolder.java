package se.nollan.ingest.pseudonym;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder of monthly keys, outside the database and its backups: {@code 2026-10.key} holds one key in base64, readable by its
 * owner alone. Replicas may share it.
 */
final class MonthKeyFolder {
    private static final Pattern NAME = Pattern.compile("(\\d{4}-\\d{2})\\.key");

    private final Path folder;

    MonthKeyFolder(Path folder) {
        this.folder = folder;
    }

    /** The month's key; null: there is no such file. */
    @Nullable MonthKey read(YearMonth month) throws IOException {
        try {
            return new MonthKey(
                    Base64.getDecoder().decode(Files.readString(file(month)).strip()));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IllegalArgumentException e) {
            throw new IOException("The file " + file(month) + " is not a month's key");
        }
    }

    /** Makes the month's key unless another has just made it. Whole or not at all, also when the power goes. */
    MonthKey readOrCreate(YearMonth month, SecureRandom random) throws IOException {
        var existing = read(month);
        if (existing != null) {
            return existing;
        }
        Files.createDirectories(folder);
        var bytes = new byte[MonthKey.BYTES];
        random.nextBytes(bytes);
        var draft = folder.resolve("." + month + "." + UUID.randomUUID());
        try {
            write(draft, Base64.getEncoder().encode(bytes));
            // A link is made only where no file is: of two replicas one wins, and both then read the same key.
            Files.createLink(file(month), draft);
        } catch (FileAlreadyExistsException e) {
            // The other one's key holds.
        } finally {
            Files.deleteIfExists(draft);
        }
        var created = read(month);
        if (created == null) {
            throw new IOException("The file " + file(month) + " was removed while it was made");
        }
        return created;
    }

    /** Ends the month; harmless when it has ended. */
    void destroy(YearMonth month) throws IOException {
        Files.deleteIfExists(file(month));
    }

    /** Months that have a key. */
    List<YearMonth> months() throws IOException {
        var months = new ArrayList<YearMonth>();
        if (!Files.isDirectory(folder)) {
            return months;
        }
        try (var files = Files.list(folder)) {
            files.map(file -> NAME.matcher(file.getFileName().toString())).forEach(name -> {
                if (name.matches()) {
                    months.add(YearMonth.parse(name.group(1)));
                }
            });
        }
        return months;
    }

    private static void write(Path file, byte[] content) throws IOException {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, owner)) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private Path file(YearMonth month) {
        return folder.resolve(month + ".key");
    }
}
