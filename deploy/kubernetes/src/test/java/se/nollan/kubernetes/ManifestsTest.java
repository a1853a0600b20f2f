package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.kubernetes.kustomize.Yaml;
import se.nollan.kubernetes.model.Manifest;

class ManifestsTest {

    private final Installation region = Installation.REGION_EXEMPEL;

    @Test
    void everyResourceIsReadIntoItsTypedModelWithNothingLeftOver() {
        assertThat(region.manifests()).hasSizeGreaterThan(50).allMatch(it -> it.typed() != null);
    }

    @ParameterizedTest(name = "{1} in a {0}")
    @CsvSource({
        "Deployment, /spec/template/spec/containers/0, imagePullPolice",
        "Deployment, /spec, replica",
        "NetworkPolicy, /spec, ingres",
        "Job, /spec/template/spec/securityContext, runAsNonroot",
        "Kafka, /spec/kafka/listeners/0, tsl",
        "KafkaUser, /spec/authorization/acls/0, operatoins",
        "KafkaTopic, /spec, partition",
        "Cluster, /spec/bootstrap/initdb, ownr",
        "Keycloak, /spec, networkPolicies",
        "PodMonitor, /spec/podMetricsEndpoints/0, pth"
    })
    void aFieldThatDoesNotExistIsRefused(String kind, String where, String field) {
        ObjectNode resource = copyOfAny(kind);
        ((ObjectNode) resource.at(where)).put(field, "x");

        assertThatThrownBy(() -> Manifest.of(resource)).hasMessageContaining(field);
    }

    @Test
    void aTruthValueWhereATextBelongsIsRefused() {
        ObjectNode job = copyOfAny("Job");
        ((ObjectNode) job.at("/spec/template/spec/containers/0/env/0")).put("value", true);

        assertThatThrownBy(() -> Manifest.of(job)).hasMessageContaining("value");
    }

    @Test
    void noResourceStandsTwice() {
        assertThat(region.manifests()).extracting(Manifest::toString).doesNotHaveDuplicates();
    }

    @Test
    void everythingIsInOneNamespaceAndMarkedAsNollans() {
        assertThat(region.manifests()).allSatisfy(it -> {
            if (!it.kind().equals("Namespace")) {
                assertThat(it.tree().at("/metadata/namespace").asText()).isEqualTo("nollan");
            }
            assertThat(it.tree()
                            .at("/metadata/labels/app.kubernetes.io~1part-of")
                            .asText())
                    .as(it.toString())
                    .isEqualTo("nollan");
        });
    }

    @Test
    void everyFileOfTheBaseAndTheOverlayIsUsed() throws Exception {
        for (String folder : List.of("base", "overlays/region-exempel")) {
            Path root = Installation.HERE.resolve(folder);
            JsonNode kustomization = Yaml.document(root.resolve("kustomization.yaml"));
            Set<String> named = kustomization.findValuesAsText("path").stream().collect(Collectors.toSet());
            kustomization.path("resources").forEach(it -> named.add(it.asText()));
            named.add("kustomization.yaml");
            try (var files = Files.walk(root)) {
                assertThat(files.filter(Files::isRegularFile)
                                .map(file -> root.relativize(file).toString()))
                        .allMatch(named::contains);
            }
        }
    }

    @Test
    void noSecretStandsInAnyFile() {
        assertThat(region.manifests()).noneMatch(it -> it.kind().equals("Secret"));
        region.pods().values().stream()
                .flatMap(pod -> pod.getContainers().get(0).getEnv().stream())
                .filter(variable -> variable.getName().matches(".*(PASSWORD|SECRET|TOKEN|_KEY|_USER|_OWNER)"))
                .forEach(variable -> assertThat(variable.getValue())
                        .as("%s must come from a Secret", variable.getName())
                        .isNull());
        for (Manifest manifest : region.manifests()) {
            // in a realm a secret is a placeholder; elsewhere it is the name of a Secret
            manifest.tree().findValues("secret").forEach(secret -> assertThat(secret.asText())
                    .as(manifest.toString())
                    .matches(text ->
                            text.isEmpty() || text.matches("\\$\\{[A-Z0-9_]+}") || text.equals("keycloak-admin")));
            assertThat(manifest.tree().findValues("password"))
                    .as(manifest.toString())
                    .isEmpty();
        }
        region.all(ConfigMap.class)
                .forEach(it -> assertThat(it.getData().keySet()).noneMatch(key -> key.contains("PASSWORD")));
    }

    private ObjectNode copyOfAny(String kind) {
        return region.manifests().stream()
                .filter(it -> it.kind().equals(kind))
                .findFirst()
                .orElseThrow()
                .tree()
                .deepCopy();
    }
}
