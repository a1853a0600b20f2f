package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Folders that take long to make and never change, kept from one run to the next: in {@code NOLLAN_CACHE}, else in
 * {@code ~/.cache/nollan}. Any of them may be deleted when nothing runs; it is made again.
 */
final class Cache {

    /** How a folder is filled the first time; it is given an empty one, which is moved afterwards. */
    interface Maker {
        void fill(Path folder) throws IOException;
    }

    private final Path root;

    Cache(Path root) {
        this.root = root;
    }

    static Cache ofUser() {
        String set = System.getenv("NOLLAN_CACHE");
        return new Cache(
                set == null || set.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".cache", "nollan")
                        : Path.of(set).toAbsolutePath());
    }

    /**
     * The folder of that name, filled by {@code maker} unless it is there. It appears whole or not at all, whatever ends
     * this process; several processes that ask at the same time wait for one of them to make it.
     */
    Path folder(String name, Maker maker) {
        Path folder = root.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        // A file lock keeps out other processes, not other threads of this one.
        synchronized (Cache.class) {
            try {
                Files.createDirectories(root);
                try (FileChannel file = FileChannel.open(
                        root.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    file.lock();
                    if (!Files.isDirectory(folder)) {
                        make(folder, maker);
                    }
                }
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException("Could not prepare " + folder + ": " + e.getMessage(), e);
            }
        }
    }

    private static void make(Path folder, Maker maker) throws IOException {
        Path beside = folder.resolveSibling(folder.getFileName() + ".part");
        Folders.delete(beside);
        // There may be keys in it.
        Files.createDirectory(
                beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        maker.fill(beside);
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }
}
