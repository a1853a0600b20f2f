package se.nollan.ingest.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.ingest.access.ProviderContracts;

/** A provider's folders: who may enter, what is brought, and the reports that lie there. Blocks. */
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Pattern PROVIDER = Pattern.compile("\\d{6}-\\d{4}");

    private final SessionFactory sessions;
    private final InboxRepository inboxes;
    private final ProviderContracts contracts;
    private final Uploads uploads;
    private final Clock clock;

    Inbox(SessionFactory sessions, InboxRepository inboxes, ProviderContracts contracts, Uploads uploads, Clock clock) {
        this.sessions = sessions;
        this.inboxes = inboxes;
        this.contracts = contracts;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** Whether somebody with this key may bring files for the provider, now. */
    boolean lets(String provider, PublicKey key) {
        try {
            return isProvider(provider) && entry(provider).lets(key);
        } catch (RuntimeException e) {
            LOG.warnf("Nobody is let in by SFTP: %s", e.getClass().getName());
            return false;
        }
    }

    /** Whether a name can be a provider's. */
    static boolean isProvider(String name) {
        return PROVIDER.matcher(name).matches();
    }

    /** The entry that stands; an empty one when the contract has ended. */
    InboxEntry entry(String provider) {
        return ask(session -> contracts
                .notEnded(session, Set.of(provider))
                .chain(going -> going.isEmpty()
                        ? Uni.createFrom().item(InboxEntry.none(provider))
                        : inboxes.standing(session, provider)));
    }

    /** Makes the folders of somebody who has come in, with the reports that lie there. */
    void prepare(String provider) {
        var entry = entry(provider);
        var told = ask(session -> inboxes.files(session, provider, false));
        try {
            Files.createDirectories(home(provider));
            for (var folder : entry.folders()) {
                Files.createDirectories(home(provider).resolve(folder.name()));
            }
            for (var file : told) {
                if (entry.folder(file.folder()) != null) {
                    lay(provider, file.folder(), file.name(), file.told(), file.findings());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lays a report beside its file. */
    void lay(String provider, String folder, String name, @Nullable String told, @Nullable String findings)
            throws IOException {
        var directory = home(provider).resolve(folder);
        if (told != null && Files.isDirectory(directory)) {
            Files.writeString(directory.resolve(name + FileName.TEXT), told);
            if (findings != null) {
                Files.writeString(directory.resolve(name + FileName.TABLE), findings);
            }
        }
    }

    Path home(String provider) {
        return uploads.home(provider);
    }

    /**
     * What the sender writes to: a new file, or where one ends that was begun.
     *
     * @param key that the sender came in by
     * @param anew whether it begins again
     */
    SeekableByteChannel write(PublicKey key, String provider, String folder, Path file, boolean anew)
            throws IOException {
        // Asked with each file, for a session may outlive a contract or a key.
        var entry = entry(provider);
        if (!entry.lets(key) || entry.folder(folder) == null) {
            throw new AccessDeniedException(folder, null, "There is no such folder for you any more.");
        }
        var upload = uploads.at(file);
        if (upload == null || anew) {
            if (upload != null) {
                remove(upload);
            }
            upload = uploads.begin(provider, file);
            var begun = upload;
            ask(session -> inboxes.came(session, begun, clock.instant()));
        }
        return upload.write();
    }

    void rename(Path from, Path to) throws IOException {
        var upload = uploads.at(from);
        if (upload == null) {
            throw new NoSuchFileException(from.getFileName().toString());
        }
        uploads.rename(upload, to);
        ask(session -> inboxes.renamed(session, upload));
    }

    /** Removes a file that was not read yet, or a report. */
    void remove(String provider, String folder, Path file) throws IOException {
        var name = file.getFileName().toString();
        var upload = uploads.at(file);
        if (upload != null) {
            remove(upload);
        } else if (FileName.isReport(name)) {
            Files.delete(file);
            if (name.endsWith(FileName.TEXT)) {
                var of = name.substring(0, name.length() - FileName.TEXT.length());
                ask(session -> inboxes.hide(session, provider, folder, of));
            }
        } else {
            throw new NoSuchFileException(name);
        }
    }

    private void remove(Upload upload) throws IOException {
        if (!upload.take()) {
            throw new IOException("The file is being written or read. Try again in a while.");
        }
        uploads.forget(upload);
        ask(session -> inboxes.removed(session, upload.id()));
    }

    private <T> T ask(Function<Session, Uni<T>> question) {
        return Workers.await(() -> sessions.withTransaction(question));
    }
}
