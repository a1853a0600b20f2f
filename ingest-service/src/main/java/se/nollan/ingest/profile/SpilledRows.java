package se.nollan.ingest.profile;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
 * only and gone with this object, so that what a crash leaves behind says nothing.
 */
final class SpilledRows implements Closeable {
    static final int PARTS = 128;

    private static final int NO_CELL = -1;

    private final Path folder;
    private final SecretKeySpec secret;
    private final @Nullable DataOutputStream[] parts = new @Nullable DataOutputStream[PARTS];

    /** Takes a row and the key that it was added with. */
    interface Taker {
        void take(String key, PlacedRow row);
    }

    SpilledRows(Path within) throws IOException {
        folder = Files.createTempDirectory(within, "nollan-rows");
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        secret = new SecretKeySpec(bytes, "AES");
    }

    void add(String key, PlacedRow row) throws IOException {
        var part = part(Math.floorMod(key.hashCode(), PARTS));
        text(part, key);
        part.writeLong(row.place());
        part.writeShort(row.cells().length);
        for (var cell : row.cells()) {
            text(part, cell);
        }
    }

    /** Reads one part; nothing can be added to it any more. */
    void read(int number, Taker taker) throws IOException {
        var part = parts[number];
        if (part == null) {
            return;
        }
        part.close();
        try (var in = new DataInputStream(new BufferedInputStream(
                new CipherInputStream(Files.newInputStream(file(number)), cipher(Cipher.DECRYPT_MODE, number)),
                1 << 16))) {
            for (var key = text(in); key != null; key = text(in)) {
                var place = in.readLong();
                @Nullable String[] cells = new @Nullable String[in.readShort()];
                for (var i = 0; i < cells.length; i++) {
                    cells[i] = text(in);
                }
                taker.take(key, new PlacedRow(place, cells));
            }
        }
        Files.delete(file(number));
        parts[number] = null;
    }

    @Override
    public void close() throws IOException {
        for (var number = 0; number < PARTS; number++) {
            var part = parts[number];
            if (part != null) {
                part.close();
                Files.deleteIfExists(file(number));
                parts[number] = null;
            }
        }
        Files.deleteIfExists(folder);
    }

    private DataOutputStream part(int number) throws IOException {
        var part = parts[number];
        if (part == null) {
            part = new DataOutputStream(new BufferedOutputStream(
                    new CipherOutputStream(Files.newOutputStream(file(number)), cipher(Cipher.ENCRYPT_MODE, number)),
                    1 << 13));
            parts[number] = part;
        }
        return part;
    }

    private Path file(int number) {
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

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        if (text == null) {
            out.writeInt(NO_CELL);
            return;
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Null: no cell, or the end of the part. */
    private static @Nullable String text(DataInputStream in) throws IOException {
        in.mark(1);
        if (in.read() < 0) {
            return null;
        }
        in.reset();
        var length = in.readInt();
        return length == NO_CELL ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
