package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two ways to build a service's image. */
class ImagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void theImageRunsAsTheUserOfTheManifestsWhoCannotChangeTheCode(String kind) throws IOException {
        List<String> lines = lines(kind);
        long user = Installation.REGION_EXEMPEL
                .pods()
                .get("ingest-service")
                .getSecurityContext()
                .getRunAsUser();

        assertThat(lines).contains("USER " + user + ":" + user);
        assertThat(lines.stream().filter(line -> line.startsWith("COPY")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("COPY --chown=0:0 "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void theImageStartsFromAVersionAndADigestThatAreSaidAndOpensTheTwoPorts(String kind) throws IOException {
        Pattern versioned = Pattern.compile("FROM \\S+:[0-9][0-9.]*@\\$\\{BASE_DIGEST}");
        assertThat(lines(kind).stream().filter(line -> line.startsWith("FROM")))
                .hasSize(1)
                .allMatch(line -> versioned.matcher(line).matches());
        assertThat(lines(kind)).contains("ARG BASE_DIGEST", "EXPOSE 8443 9000", "ARG SERVICE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jvm", "native"})
    void nothingButWhatWasBuiltIsSentToTheBuilder(String kind) throws IOException {
        assertThat(lines(kind + ".dockerignore"))
                .containsExactly("*", "!*-service/target/quarkus-app", "!*-service/target/*-runner");
    }

    private static List<String> lines(String suffix) throws IOException {
        return Files.readAllLines(Installation.HERE.resolve("images/Dockerfile." + suffix));
    }
}
