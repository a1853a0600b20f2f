package se.nollan.ingest.inbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A file as it comes in. It holds callers' numbers: what is on disk is encrypted with a key that is made here, held in memory only and gone with
 * this object. It is written from its beginning to its end, once.
 */
final class Upload {
    private final UUID id = UUID.randomUUID();
    private final String provider;
    private final SecretKeySpec key;
    private final IvParameterSpec start;
    private final Cipher sealing;
    private final Room room;
    private final Clock clock;
    private Path file;
    private long size;
    private int writers;
    private boolean renamed;
    private boolean taken;
    private Instant lastWritten;

    /** The disk that files may use. */
    interface Room {
        /** Takes so many bytes more for a file of this size; false: there are none. */
        boolean takes(long size, long more);
    }

    /**
     * Makes the file, empty.
     *
     * @param room for what is written
     */
    Upload(String provider, Path file, Room room, SecureRandom random, Clock clock) throws IOException {
        this.provider = provider;
        this.file = file;
        this.room = room;
        this.clock = clock;
        this.lastWritten = clock.instant();
        var secret = new byte[32];
        var nonce = new byte[16];
        random.nextBytes(secret);
        random.nextBytes(nonce);
        this.key = new SecretKeySpec(secret, "AES");
        this.start = new IvParameterSpec(nonce);
        this.sealing = cipher(Cipher.ENCRYPT_MODE);
        Files.write(file, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Cipher cipher(int mode) {
        try {
            var cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, start);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID id() {
        return id;
    }

    String provider() {
        return provider;
    }

    synchronized Path file() {
        return file;
    }

    synchronized String name() {
        return file.getFileName().toString();
    }

    synchronized String folder() {
        return file.getParent().getFileName().toString();
    }

    synchronized long size() {
        return size;
    }

    /** Its sender gives it its real name: it is whole. */
    synchronized void rename(Path to) throws IOException {
        checkNotTaken();
        Files.move(file, to);
        file = to;
        renamed = true;
    }

    /** Whether it is whole: renamed, or not written for a while; nobody writes it, and it does not say by its name that it is not. */
    synchronized boolean isWhole(Duration quiet) {
        return !taken
                && writers == 0
                && !FileName.isUnfinished(name())
                && (renamed || !lastWritten.plus(quiet).isAfter(clock.instant()));
    }

    /** Nobody writes it any more; false: somebody does just now, or it was taken before. */
    synchronized boolean take() {
        if (taken || writers > 0) {
            return false;
        }
        taken = true;
        return true;
    }

    /** It could not be read just now, and is tried again. */
    synchronized void giveBack() {
        taken = false;
    }

    /** What was written, to be read when it was taken. */
    InputStream read() throws IOException {
        return new CipherInputStream(
                new BufferedInputStream(Files.newInputStream(file()), 1 << 16), cipher(Cipher.DECRYPT_MODE));
    }

    private void checkNotTaken() throws IOException {
        if (taken) {
            throw new IOException("The file is being read. Send it under another name.");
        }
    }

    /** To write on where it ends. */
    synchronized SeekableByteChannel write() throws IOException {
        checkNotTaken();
        var disk = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        writers++;
        return new Sealed(disk);
    }

    private synchronized int append(FileChannel disk, ByteBuffer plain, long at) throws IOException {
        if (at != size) {
            throw new IOException("A file is written from its beginning to its end. Send it again.");
        }
        var length = plain.remaining();
        if (!room.takes(size, length)) {
            throw new IOException("There is no room for more of the file. Send less, or packed with gzip.");
        }
        var sealed = ByteBuffer.allocate(length);
        try {
            sealing.update(plain, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        sealed.flip();
        while (sealed.hasRemaining()) {
            disk.write(sealed);
        }
        size += length;
        lastWritten = clock.instant();
        return length;
    }

    private synchronized void closed() {
        writers--;
    }

    /** What the sender writes to. */
    private final class Sealed implements SeekableByteChannel {
        private final FileChannel disk;
        private long position = size;

        Sealed(FileChannel disk) {
            this.disk = disk;
        }

        @Override
        public int write(ByteBuffer plain) throws IOException {
            var written = append(disk, plain, position);
            position += written;
            return written;
        }

        @Override
        public int read(ByteBuffer buffer) {
            throw new NonReadableChannelException();
        }

        @Override
        public long position() {
            return position;
        }

        @Override
        public SeekableByteChannel position(long to) {
            position = to;
            return this;
        }

        @Override
        public long size() {
            return Upload.this.size();
        }

        @Override
        public SeekableByteChannel truncate(long to) throws IOException {
            if (to != size()) {
                throw new IOException("A file is written once. Remove it and send it again.");
            }
            return this;
        }

        @Override
        public boolean isOpen() {
            return disk.isOpen();
        }

        @Override
        public void close() throws IOException {
            if (disk.isOpen()) {
                disk.close();
                closed();
            }
        }
    }
}
