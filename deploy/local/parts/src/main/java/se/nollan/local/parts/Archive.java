package se.nollan.local.parts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks the archives of the parts. Decompressed here, because {@code xz} is not on every machine; unpacked by the
 * system's {@code tar}, which is, and which keeps permissions and links.
 */
final class Archive {

    private Archive() {}

    static void unpackTarGz(Path archive, Path folder) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 65_536)) {
            untar(in, folder, List.of("--strip-components=1"));
        }
    }

    /** Unpacks the one {@code .txz} that a jar of zonky's PostgreSQL binaries holds. */
    static void unpackTxzInJar(Path jar, Path folder) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".txz")) {
                    try (InputStream in = new XZInputStream(file.getInputStream(entry))) {
                        untar(in, folder, List.of());
                    }
                    return;
                }
            }
        }
        throw new IOException("No .txz in " + jar);
    }

    private static void untar(InputStream tar, Path folder, List<String> options) throws IOException {
        Path log = Files.createTempFile("untar", ".log");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of("tar", "-x", "-f", "-", "-C", folder.toString()), options.stream())
                                .toList())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            try (OutputStream out = process.getOutputStream()) {
                tar.transferTo(out);
            } catch (IOException brokenPipe) {
                // tar has ended early; what it wrote, read below, says why
            }
            if (process.waitFor() != 0) {
                throw new IOException("tar failed: " + Files.readString(log).strip());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            Files.delete(log);
        }
    }
}
