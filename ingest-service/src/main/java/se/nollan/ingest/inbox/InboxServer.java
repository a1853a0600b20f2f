package se.nollan.ingest.inbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** SFTP and nothing else: by key alone, no shell, no command, no tunnel, a provider in its own folders. */
@ApplicationScoped
class InboxServer {
    private static final Logger LOG = Logger.getLogger(InboxServer.class);
    private static final int MOST_SESSIONS_OF_ONE = 4;
    private static final int MOST_SESSIONS = 100;
    private static final int MOST_FILES_OPEN = 16;
    private static final int WORKERS = 4;

    private final Inbox inbox;
    private final Uploads uploads;
    private final int port;
    private final Path keys;
    private @Nullable SshServer server;

    InboxServer(
            Inbox inbox,
            Uploads uploads,
            @ConfigProperty(name = "nollan.inbox.port") int port,
            @ConfigProperty(name = "nollan.keys.dir") Path keys) {
        this.inbox = inbox;
        this.uploads = uploads;
        this.port = port;
        this.keys = keys;
    }

    void start(@Observes StartupEvent begun) throws IOException {
        if (port == 0) {
            return;
        }
        uploads.begin();
        Files.createDirectories(keys);
        var sshd = SshServer.setUpDefaultServer();
        sshd.setPort(port);
        sshd.setKeyPairProvider(hostKey());
        sshd.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
        sshd.setPublickeyAuthenticator((user, key, session) -> {
            session.setAttribute(InboxFiles.KEY, key);
            return inbox.lets(user, key);
        });
        sshd.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        sshd.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                inbox.prepare(session.getUsername());
                return inbox.home(session.getUsername());
            }
        });
        var sftp = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new InboxFiles(inbox))
                .build();
        sshd.setSubsystemFactories(List.of(sftp));
        limit(sshd);
        sshd.start();
        server = sshd;
        LOG.infof("SFTP on port %d", port);
    }

    private static void limit(SshServer sshd) {
        sshd.addSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                if (sshd.getActiveSessions().size() > MOST_SESSIONS) {
                    session.close(true);
                }
            }
        });
        CoreModuleProperties.NIO_WORKERS.set(sshd, WORKERS);
        CoreModuleProperties.IDLE_TIMEOUT.set(sshd, Duration.ofMinutes(5));
        CoreModuleProperties.AUTH_TIMEOUT.set(sshd, Duration.ofSeconds(30));
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(sshd, 6);
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(sshd, MOST_SESSIONS_OF_ONE);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(sshd, MOST_SESSIONS_OF_ONE);
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(sshd, MOST_FILES_OPEN);
        CoreModuleProperties.SERVER_IDENTIFICATION.set(sshd, "NOLLAN");
    }

    /** The same for every replica and after every start: it lies with the months' keys. */
    private SimpleGeneratorHostKeyProvider hostKey() {
        var provider = new SimpleGeneratorHostKeyProvider(keys.resolve("sftp-host"));
        provider.setAlgorithm(KeyUtils.EC_ALGORITHM);
        provider.setKeySize(256);
        return provider;
    }

    /** By which a sender knows that it is this server; null: there is none. */
    @Nullable String fingerprint() {
        if (server == null) {
            return null;
        }
        try {
            for (var pair : server.getKeyPairProvider().loadKeys(null)) {
                return KeyUtils.getFingerPrint(pair.getPublic());
            }
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop(@Observes ShutdownEvent ended) throws IOException {
        if (server != null) {
            server.stop(true);
        }
    }
}
