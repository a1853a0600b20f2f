package se.nollan.ingest.profile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.profile.RowGroups.PlacedRow;

/**
 * Rows on disk while a log is read, in parts by their key. They hold callers' numbers: encrypted with a key that is made here, held in memory
 * only and gone with this object, so that what a crash leaves behind says nothing. Whatever the disk does wrong is told as {@link SpillSpace.NoRoom}.
 */
final class SpilledRows implements AutoCloseable {
    private static final int PART_BITS = 7;
    static final int PARTS = 1 << PART_BITS;

    private static final int NO_CELL = -1;
    private static final int USUAL_ROW = 1 << 10;

    private final SpillSpace space;
    private final SecretKeySpec secret;
    private final @Nullable OutputStream[] parts = new @Nullable OutputStream[PARTS];
    private ByteBuffer written = ByteBuffer.allocate(USUAL_ROW);
    private final long[] bytes = new long[PARTS];
    private final int turn;
    private @Nullable Path folder;
    private long taken;

    /** Takes a row and the key that it was added with. */
    interface Taker {
        void take(String key, PlacedRow row);
    }

    /** @param turn by which keys are parted: what one turn put together, another takes apart */
    SpilledRows(SpillSpace space, int turn) {
        this.space = space;
        this.turn = turn;
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, "AES");
    }

    void add(String key, PlacedRow row) {
        written.clear();
        written.putLong(row.place());
        written.putShort((short) row.cells().length);
        write(key);
        for (var cell : row.cells()) {
            write(cell);
        }
        space.take(written.position());
        taken += written.position();
        var number = part(key);
        bytes[number] += written.position();
        try {
            part(number).write(written.array(), 0, written.position());
        } catch (IOException e) {
            throw new SpillSpace.NoRoom(e);
        }
    }

    int turn() {
        return turn;
    }

    /** How large a part is. */
    long bytes(int number) {
        return bytes[number];
    }

    private int part(String key) {
        // Other bits at each turn.
        var mixed = key.hashCode() * 0x9E3779B9;
        return mixed >>> Integer.SIZE - (turn + 1) * PART_BITS & PARTS - 1;
    }

    private void write(@Nullable String text) {
        var bytes = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
        var size = Integer.BYTES + (bytes == null ? 0 : bytes.length);
        if (written.remaining() < size) {
            written = ByteBuffer.allocate(2 * (written.capacity() + size)).put(written.array(), 0, written.position());
        }
        written.putInt(bytes == null ? NO_CELL : bytes.length);
        if (bytes != null) {
            written.put(bytes);
        }
    }

    /** Reads one part; nothing can be added to it any more. */
    void read(int number, Taker taker) {
        var part = parts[number];
        if (part == null) {
            return;
        }
        try {
            part.close();
            try (var in = new DataInputStream(new BufferedInputStream(
                    new CipherInputStream(Files.newInputStream(file(number)), cipher(Cipher.DECRYPT_MODE, number)),
                    1 << 16))) {
                while (isMore(in)) {
                    var place = in.readLong();
                    @Nullable String[] cells = new @Nullable String[in.readShort()];
                    var key = text(in);
                    for (var i = 0; i < cells.length; i++) {
                        cells[i] = text(in);
                    }
                    taker.take(String.valueOf(key), new PlacedRow(place, cells));
                }
            }
            forget(number);
        } catch (IOException e) {
            throw new SpillSpace.NoRoom(e);
        }
    }

    /** What cannot be deleted stays, and says nothing to anybody. */
    @Override
    public void close() {
        try {
            for (var number = 0; number < PARTS; number++) {
                var part = parts[number];
                if (part != null) {
                    part.close();
                    forget(number);
                }
            }
            if (folder != null) {
                Files.deleteIfExists(folder);
            }
        } catch (IOException left) {
            // The key is gone with this object.
        } finally {
            space.give(taken);
            taken = 0;
        }
    }

    private void forget(int number) throws IOException {
        parts[number] = null;
        Files.deleteIfExists(file(number));
    }

    private OutputStream part(int number) throws IOException {
        var part = parts[number];
        if (part == null) {
            part = new BufferedOutputStream(
                    new CipherOutputStream(Files.newOutputStream(file(number)), cipher(Cipher.ENCRYPT_MODE, number)),
                    1 << 13);
            parts[number] = part;
        }
        return part;
    }

    private Path file(int number) throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory(space.folder(), "nollan-rows");
        }
        return folder.resolve(String.valueOf(number));
    }

    /** A key stream of its own for each part. */
    private Cipher cipher(int mode, int number) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(
                    mode,
                    secret,
                    new IvParameterSpec(ByteBuffer.allocate(16).putInt(number).array()));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isMore(DataInputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return false;
        }
        in.reset();
        return true;
    }

    private static @Nullable String text(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length == NO_CELL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
