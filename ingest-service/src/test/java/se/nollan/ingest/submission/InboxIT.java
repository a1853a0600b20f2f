package se.nollan.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.ingest.IngestParts;

/** Files by SFTP, brought by a real client. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class InboxIT {
    @RegisterExtension
    static final Region region = new Region();

    private static final String INBOX = "/ingest/v1/providers/" + Region.NORRVARD + "/inbox";
    private static final KeyPair KEY = key();

    private final SshClient client = SshClient.setUpDefaultClient();
    private final List<ClientSession> open = new ArrayList<>();

    @BeforeEach
    void setUp() {
        client.setServerKeyVerifier((session, address, key) -> true);
        client.start();
        put("{\"keys\": [\"" + PublicKeyEntry.toString(KEY.getPublic()) + " test\"], \"folders\": ["
                + "{\"name\": \"logg\", \"system\": \"inbox\"}, {\"name\": \"tyst\", \"system\": \"inbox-quiet\"},"
                + " {\"name\": \"fel\", \"system\": \"inbox-bad\"}]}");
    }

    @AfterEach
    void tearDown() throws IOException {
        for (var session : open) {
            session.close();
        }
        client.stop();
    }

    @Test
    @DisplayName(
            "A file that is brought and renamed is read, and a report lies in its place; the sender sees it over HTTP, too")
    void brought() throws IOException {
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            write(sftp, "/logg/x.part", Region.csv(Region.call("sftp-1", 9), Region.call("sftp-2", 10)));
            var name = Region.DAY + ".csv";
            sftp.rename("/logg/x.part", "/logg/" + name);

            awaitFile(sftp, "/logg", name + ".report.txt");
            assertThat(names(sftp, "/logg")).doesNotContain(name, "x.part");
            assertThat(read(sftp, "/logg/" + name + ".report.txt"))
                    .contains("2 kontakter togs emot")
                    .contains("2 contacts");
            assertThat(Region.standing("inbox")).anyMatch(line -> line.contains("sftp-1"));
        }
        Region.as("norrvard")
                .get(INBOX)
                .then()
                .statusCode(200)
                .body("hostKey", startsWith("SHA256:"))
                .body("files[0].state", equalTo("read"));
        Region.as("norrvard").get("/ingest/v1/submissions").then().body("items.sentBy", hasItem("sftp:556677-8899"));
    }

    @Test
    @DisplayName("A packed file that is left alone is read after a while; a report that was removed does not come back")
    void leftAlone() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(Region.csv(Region.call("quiet-1", 9)));
        }
        var name = "tyst " + Region.DAY + ".csv.gz";
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            write(sftp, "/tyst/" + name, packed.toByteArray());
            assertThat(names(sftp, "/tyst")).contains(name);

            awaitFile(sftp, "/tyst", name + ".report.txt");
            sftp.remove("/tyst/" + name + ".report.txt");
        }
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            assertThat(names(sftp, "/tyst")).doesNotContain(name + ".report.txt");
        }
    }

    @Test
    @DisplayName("What is wrong with a file or its name is told beside it, row by row")
    void wrong() throws IOException {
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            write(sftp, "/fel/oktober.csv", Region.csv(Region.call("bad-1", 9)));
            write(sftp, "/fel/" + Region.DAY + ".csv", Region.csv(Region.call("bad-2", "+46631000099", 9)));

            awaitFile(sftp, "/fel", "oktober.csv.report.txt");
            assertThat(read(sftp, "/fel/oktober.csv.report.txt"))
                    .contains("vilka dagar")
                    .contains("which days");
            awaitFile(sftp, "/fel", Region.DAY + ".csv.report.csv");
            assertThat(read(sftp, "/fel/" + Region.DAY + ".csv.report.csv")).contains("LINE_UNKNOWN");
        }
    }

    @Test
    @DisplayName("Of a file that went with a replica the sender is told to send it again")
    void lost() throws IOException {
        Region.execute("insert into inbox_file (id, provider, folder, name, came_at, seen_at, state) values"
                + " (gen_random_uuid(), '" + Region.NORRVARD + "', 'logg', 'borta.csv', now() - interval '10 minutes',"
                + " now() - interval '9 minutes', 'waiting')");
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> Region.as("norrvard")
                .get(INBOX)
                .then()
                .body("files.findAll { it.name == 'borta.csv' }.state", hasItem("lost")));
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            assertThat(read(sftp, "/logg/borta.csv.report.txt"))
                    .contains("Skicka den igen")
                    .contains("Send it again");
        }
    }

    @Test
    @DisplayName("While a file waits it is sealed on disk, and it is not handed out again")
    void sealed() throws IOException {
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            write(sftp, "/logg/hemlig.part", Region.csv(Region.call("sealed-1", 9)));

            var file =
                    IngestParts.inbox().resolve(Region.NORRVARD).resolve("logg").resolve("hemlig.part");
            assertThat(Files.size(file)).isPositive();
            assertThat(new String(Files.readAllBytes(file), UTF_8)).doesNotContain("0701740605");
            assertThatThrownBy(() -> read(sftp, "/logg/hemlig.part")).isInstanceOf(IOException.class);
            sftp.remove("/logg/hemlig.part");
            assertThat(file).doesNotExist();
        }
    }

    @Test
    @DisplayName("A provider sees its own folders and nothing else, makes none, links nowhere and has no shell")
    void ownFoldersOnly() throws IOException {
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            assertThat(names(sftp, "/")).contains("logg", "tyst", "fel");
            assertThat(names(sftp, "/../..")).contains("logg", "tyst", "fel");
            for (var path : List.of(
                    "/../" + Region.KUSTHALSAN + "/x.csv",
                    "/x.csv",
                    "/logg/../../x.csv",
                    "/annan/x.csv",
                    "/logg/19850101-1234.csv",
                    "/logg/x.csv.report.txt")) {
                assertThatThrownBy(() -> write(sftp, path, new byte[] {1}))
                        .as(path)
                        .isInstanceOf(IOException.class);
            }
            assertThatThrownBy(() -> sftp.mkdir("/logg/egen")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.mkdir("/egen")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.symLink("/logg/lank", "/etc/passwd")).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sftp.rmdir("/logg")).isInstanceOf(IOException.class);
        }
        var command = session(Region.NORRVARD, KEY).createExecChannel("id");
        command.open().await(Duration.ofSeconds(5));
        command.waitFor(EnumSet.of(ClientChannelEvent.EXIT_STATUS, ClientChannelEvent.CLOSED), Duration.ofSeconds(3));
        assertThat(command.getExitStatus()).isNull();
        assertThat(command.isOpen() && command.getInvertedOut().available() > 0).isFalse();
        var key = IngestParts.keys().resolve("sftp-host");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("Nobody comes in with another key, for another provider, or when the key is no longer named")
    void nobodyElse() throws IOException {
        assertThatThrownBy(() -> session(Region.NORRVARD, key())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> session(Region.KUSTHALSAN, KEY)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> session("coordinator-23", KEY)).isInstanceOf(IOException.class);
        try (var sftp = enter(Region.NORRVARD, KEY)) {
            put("{\"keys\": [\"" + PublicKeyEntry.toString(key().getPublic())
                    + "\"], \"folders\": [{\"name\": \"logg\", \"system\": \"inbox\"}]}");
            assertThatThrownBy(() -> write(sftp, "/logg/" + Region.DAY + ".csv", new byte[] {1}))
                    .isInstanceOf(IOException.class);
        }
        assertThatThrownBy(() -> session(Region.NORRVARD, KEY)).isInstanceOf(IOException.class);
    }

    private static KeyPair key() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(String entry) {
        var standing = Region.as("coordinator-23").get(INBOX);
        Region.as("coordinator-23")
                .header("If-Match", standing.header("ETag"))
                .contentType("application/json")
                .body(entry)
                .put(INBOX)
                .then()
                .statusCode(200);
    }

    private ClientSession session(String user, KeyPair key) throws IOException {
        var session = client.connect(user, "127.0.0.1", IngestParts.inboxPort())
                .verify(Duration.ofSeconds(20))
                .getSession();
        open.add(session);
        session.addPublicKeyIdentity(key);
        session.auth().verify(Duration.ofSeconds(20));
        return session;
    }

    private SftpClient enter(String user, KeyPair key) throws IOException {
        return SftpClientFactory.instance().createSftpClient(session(user, key));
    }

    private static void write(SftpClient sftp, String path, byte[] content) throws IOException {
        try (var out = sftp.write(path)) {
            out.write(content);
        }
    }

    private static String read(SftpClient sftp, String path) throws IOException {
        try (var in = sftp.read(path)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static List<String> names(SftpClient sftp, String path) throws IOException {
        return StreamSupport.stream(sftp.readDir(path).spliterator(), false)
                .map(SftpClient.DirEntry::getFilename)
                .toList();
    }

    private static void awaitFile(SftpClient sftp, String path, String name) {
        await().atMost(Duration.ofSeconds(40)).until(() -> names(sftp, path).contains(name));
    }
}
