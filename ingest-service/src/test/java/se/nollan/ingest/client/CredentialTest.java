package se.nollan.ingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client may prove who it is. */
class CredentialTest {
    private static final String N = "x".repeat(342);

    @Test
    @DisplayName("Exactly one of keys, an address of keys and a secret is said")
    void exactlyOne() {
        assertThat(Credential.of(true, null, null)).isInstanceOf(Credential.Secret.class);
        assertThat(Credential.of(null, null, "https://vard.example/keys")).isInstanceOf(Credential.KeyAddress.class);
        refused(() -> Credential.of(null, null, null), "Say one of these");
        refused(() -> Credential.of(true, null, "https://vard.example/keys"), "Say one of these");
        refused(() -> Credential.of(false, null, null), "Say one of these");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vard.example/keys",
                "https://a:b@vard.example/",
                "https:///keys",
                "file:///etc/passwd",
                "no url"
            })
    @DisplayName("Keys are fetched by https, and with nothing secret in the address")
    void addresses(String url) {
        refused(() -> Credential.of(null, null, url), "https://");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'keys': []} | a set of one to 4 keys",
                "{'kty': 'RSA'} | a set of one to 4 keys",
                "{'keys': [{'kty': 'RSA', 'kid': '1', 'n': 'N', 'e': 'AQAB', 'd': 'secret'}]} | private part",
                "{'keys': [{'kty': 'oct', 'kid': '1', 'k': 'secret'}]} | private part",
                "{'keys': [{'kty': 'OKP', 'kid': '1', 'x': 'abc'}]} | neither of kty RSA nor EC",
                "{'keys': [{'kty': 'EC', 'crv': 'P-256', 'x': 'abc', 'y': 'abc'}]} | has no kid",
                "{'keys': [{'kty': 'RSA', 'kid': '1', 'n': 'short', 'e': 'AQAB'}]} | shorter than 2048 bits"
            })
    @DisplayName("A set of keys that is none, or holds what nobody but its owner may have, is refused and not repeated")
    void keys(String jwks, String said) throws IOException {
        var json = json(jwks);
        refused(() -> Credential.of(null, json, null), said);
    }

    @Test
    @DisplayName("Public keys are taken")
    void publicKeys() throws IOException {
        assertThat(Credential.of(null, json("{'keys': [{'kty': 'RSA', 'kid': '1', 'n': 'N', 'e': 'AQAB'}]}"), null))
                .isInstanceOf(Credential.Keys.class);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"').replace("\"N\"", '"' + N + '"'));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String said) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HttpProblem.class, problem -> assertThat(problem.getDetail())
                .contains(said)
                .contains("Nothing was changed")
                .doesNotContain("secret\""));
    }
}
