package se.nollan.rules.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.nollan.rules.Replica;
import se.nollan.rules.RulesParts;

/** With the settings that the manifests give (deploy/kubernetes) a service is spoken to by TLS or not at all. */
@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class TlsIT {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    static Path folder;

    @BeforeAll
    static void aCertificate() throws Exception {
        Path store = folder.resolve("store.p12");
        int made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "tls",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(made).isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Key key = keys.getKey("tls", PASSWORD);
        Certificate certificate = keys.getCertificate("tls");
        Files.writeString(folder.resolve("tls.key"), pem("PRIVATE KEY", key.getEncoded()));
        Files.writeString(folder.resolve("tls.crt"), pem("CERTIFICATE", certificate.getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + what
                + "-----\n";
    }

    @Test
    void aServiceWithACertificateOpensNoPortWithoutTls() {
        Map<String, String> settings = new HashMap<>(RulesParts.settings(RulesParts.parts()));
        settings.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
        settings.put("QUARKUS_HTTP_SSL_PORT", "0");
        settings.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_FILES", folder.resolve("tls.crt").toString());
        settings.put(
                "QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES",
                folder.resolve("tls.key").toString());
        settings.put("QUARKUS_HTTP_SSL_CERTIFICATE_RELOAD_PERIOD", "1h");

        try (Replica replica = Replica.start(settings)) {
            String base = "https://localhost:" + replica.port();
            given().trustStore(folder.resolve("store.p12").toFile(), new String(PASSWORD))
                    .get(base + "/rules/v1/evaluation-queue")
                    .then()
                    .statusCode(401);
            // Who does not know the certificate does not speak to it.
            assertThatThrownBy(() -> given().get(base + "/rules/v1/evaluation-queue"))
                    .isInstanceOf(SSLHandshakeException.class);
            assertThat(plain(replica.port())).doesNotContain("HTTP/1.1 200").doesNotContain("HTTP/1.1 401");
        }
    }

    private static String plain(int port) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write("GET /rules/v1/evaluation-queue HTTP/1.1\r\nHost: a\r\n\r\n".getBytes());
            return new String(socket.getInputStream().readAllBytes());
        } catch (java.io.IOException refused) {
            return "";
        }
    }
}
