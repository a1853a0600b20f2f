package se.nollan.ingest.inbox;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.security.Principal;
import java.security.PublicKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.jspecify.annotations.Nullable;

/**
 * What a provider can do with files: bring them into its folders, give them their names, remove them, and read and remove the reports. Nothing
 * else; and what it brought it does not get back.
 */
final class InboxFiles implements SftpFileSystemAccessor {
    /** By which key a session came in. */
    static final AttributeRepository.AttributeKey<PublicKey> KEY = new AttributeRepository.AttributeKey<>();

    private static final Set<OpenOption> WRITING = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.APPEND,
            StandardOpenOption.CREATE,
            StandardOpenOption.CREATE_NEW);

    private final Inbox inbox;

    InboxFiles(Inbox inbox) {
        this.inbox = inbox;
    }

    /** A file in a folder, as the provider names both. */
    private record Place(String provider, String folder, String name, Path file) {}

    /** Only {@code /folder/name} is a place for a file. */
    private Place place(SftpSubsystemProxy sftp, Path path) throws IOException {
        var parts = path.toAbsolutePath().normalize();
        if (parts.getNameCount() != 2) {
            throw new AccessDeniedException(path.toString(), null, "A file belongs in one of the folders.");
        }
        var provider = sftp.getSession().getUsername();
        var folder = parts.getName(0).toString();
        var name = parts.getName(1).toString();
        return new Place(
                provider, folder, name, inbox.home(provider).resolve(folder).resolve(name));
    }

    @Override
    public SeekableByteChannel openFile(
            SftpSubsystemProxy sftp,
            FileHandle handle,
            Path path,
            String id,
            Set<? extends OpenOption> options,
            FileAttribute<?>... attributes)
            throws IOException {
        var place = place(sftp, path);
        if (FileName.isReport(place.name())) {
            if (options.stream().anyMatch(WRITING::contains)) {
                throw new AccessDeniedException(place.name(), null, "The name is that of a report. Use another.");
            }
            return FileChannel.open(place.file(), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        }
        if (options.stream().noneMatch(WRITING::contains)) {
            throw new AccessDeniedException(place.name(), null, "What was brought is not handed out again.");
        }
        if (!FileName.isAllowed(place.name())) {
            throw new AccessDeniedException(
                    place.name(), null, "A name has letters, digits, blanks and . _ ( ) + -, and nobody's number.");
        }
        return inbox.write(
                sftp.getSession().getAttribute(KEY),
                place.provider(),
                place.folder(),
                place.file(),
                options.contains(StandardOpenOption.TRUNCATE_EXISTING)
                        || options.contains(StandardOpenOption.CREATE_NEW));
    }

    @Override
    public void renameFile(SftpSubsystemProxy sftp, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        var before = place(sftp, from);
        var after = place(sftp, to);
        if (!before.folder().equals(after.folder()) || !FileName.isAllowed(after.name())) {
            throw new AccessDeniedException(
                    after.name(), null, "A file gets another name in its folder, and not that of a report.");
        }
        inbox.rename(before.file(), after.file());
    }

    @Override
    public void removeFile(SftpSubsystemProxy sftp, Path path, boolean isDirectory) throws IOException {
        var place = place(sftp, path);
        if (isDirectory) {
            throw refused(path);
        }
        inbox.remove(place.provider(), place.folder(), place.file());
    }

    @Override
    public @Nullable FileLock tryLock(
            SftpSubsystemProxy sftp,
            FileHandle handle,
            Path file,
            String id,
            Channel channel,
            long position,
            long size,
            boolean shared)
            throws IOException {
        throw refused(file);
    }

    @Override
    public void syncFileData(SftpSubsystemProxy sftp, FileHandle handle, Path file, String id, Channel channel) {
        // What waits here need not outlive the machine.
    }

    @Override
    public void createDirectory(SftpSubsystemProxy sftp, Path path) throws IOException {
        throw refused(path);
    }

    @Override
    public void createLink(SftpSubsystemProxy sftp, Path link, Path existing, boolean symbolic) throws IOException {
        throw refused(link);
    }

    @Override
    public void copyFile(SftpSubsystemProxy sftp, Path from, Path to, Collection<CopyOption> options)
            throws IOException {
        throw refused(to);
    }

    // Times and rights of a file are nobody's concern here; programs that set them are not told that it failed.

    @Override
    public void applyExtensionFileAttributes(
            SftpSubsystemProxy sftp, Path file, Map<String, byte[]> extensions, LinkOption... options) {}

    @Override
    public void setFileAttribute(
            SftpSubsystemProxy sftp, Path file, String view, String attribute, Object value, LinkOption... options) {}

    @Override
    public void setFileOwner(SftpSubsystemProxy sftp, Path file, Principal value, LinkOption... options) {}

    @Override
    public void setGroupOwner(SftpSubsystemProxy sftp, Path file, Principal value, LinkOption... options) {}

    @Override
    public void setFilePermissions(
            SftpSubsystemProxy sftp, Path file, Set<PosixFilePermission> permissions, LinkOption... options) {}

    @Override
    public void setFileAccessControl(SftpSubsystemProxy sftp, Path file, List<AclEntry> acl, LinkOption... options) {}

    private static AccessDeniedException refused(Path path) {
        return new AccessDeniedException(path.toString(), null, "This is not done here.");
    }
}
