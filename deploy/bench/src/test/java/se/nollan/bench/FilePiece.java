package se.nollan.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of whole rows of a file, read as a file of its own: the header first. No cell of the file holds a line end. */
record FilePiece(Path file, String header, long from, long to) {

    static List<FilePiece> of(Path file, int count) throws IOException {
        List<FilePiece> pieces = new ArrayList<>();
        try (RandomAccessFile rows = new RandomAccessFile(file.toFile(), "r")) {
            String header = rows.readLine() + "\n";
            long from = rows.getFilePointer();
            for (int piece = 1; piece <= count; piece++) {
                rows.seek(rows.length() * piece / count);
                rows.readLine();
                pieces.add(new FilePiece(file, header, from, rows.getFilePointer()));
                from = rows.getFilePointer();
            }
        }
        return pieces;
    }

    InputStream open() throws IOException {
        InputStream rows = Files.newInputStream(file);
        rows.skipNBytes(from);
        return new SequenceInputStream(
                new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)), new UpTo(rows, to - from));
    }

    /** The first bytes of a stream. */
    private static final class UpTo extends InputStream {
        private final InputStream bytes;
        private long left;

        UpTo(InputStream bytes, long left) {
            this.bytes = bytes;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            return left-- > 0 ? bytes.read() : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = left > 0 ? bytes.read(into, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(read, 0);
            return read;
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }
}
