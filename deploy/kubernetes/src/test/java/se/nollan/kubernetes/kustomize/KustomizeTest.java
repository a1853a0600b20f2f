package se.nollan.kubernetes.kustomize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The resolver does what kubectl does; what follows was compared with it. */
class KustomizeTest {

    @TempDir
    Path folder;

    @BeforeEach
    void aDeployment() throws IOException {
        write("deployment.yaml", """
                apiVersion: apps/v1
                kind: Deployment
                metadata: { name: web }
                spec:
                  template:
                    spec:
                      containers:
                        - name: service
                          image: web
                          args: [one, two]
                          env: [{ name: A, value: "1" }, { name: B, value: "2" }]
                """);
    }

    @Test
    void aPatchMergesContainersAndVariablesByNameAndReplacesOtherLists() throws IOException {
        kustomization("patches: [{ path: patch.yaml, target: { kind: Deployment } }]");
        write("patch.yaml", """
                metadata: { name: any }
                spec:
                  replicas: 2
                  template:
                    spec:
                      containers:
                        - name: service
                          args: [three]
                          env: [{ name: B, value: "3" }, { name: C, value: "4" }]
                """);

        ObjectNode web = Kustomize.resolve(folder).get(0);

        assertThat(web.at("/metadata/name").asText()).isEqualTo("web");
        assertThat(web.at("/spec/replicas").asInt()).isEqualTo(2);
        assertThat(web.at("/spec/template/spec/containers").toString())
                .isEqualTo(
                        "[{\"name\":\"service\",\"image\":\"web\",\"args\":[\"three\"],\"env\":["
                                + "{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"B\",\"value\":\"3\"},{\"name\":\"C\",\"value\":\"4\"}]}]");
    }

    @Test
    void aNullInAPatchTakesAway() throws IOException {
        kustomization("patches: [{ path: patch.yaml, target: { kind: Deployment } }]");
        write("patch.yaml", "spec: { template: null }");

        assertThat(Kustomize.resolve(folder).get(0).at("/spec").isEmpty()).isTrue();
    }

    @Test
    void aJsonPatchAddsReplacesAndRemoves() throws IOException {
        kustomization("patches: [{ path: patch.yaml, target: { kind: Deployment, name: web } }]");
        write("patch.yaml", """
                - { op: add, path: /metadata/annotations, value: { a: b } }
                - { op: replace, path: /spec/template/spec/containers/0/args/1, value: three }
                - { op: remove, path: /spec/template/spec/containers/0/env }
                """);

        ObjectNode web = Kustomize.resolve(folder).get(0);

        assertThat(web.at("/metadata/annotations/a").asText()).isEqualTo("b");
        assertThat(web.at("/spec/template/spec/containers/0/args").toString()).isEqualTo("[\"one\",\"three\"]");
        assertThat(web.at("/spec/template/spec/containers/0").has("env")).isFalse();
    }

    @Test
    void namespaceLabelsAndImagesReachThePodTemplate() throws IOException {
        kustomization("""
                namespace: here
                labels: [{ pairs: { part-of: us }, includeTemplates: true }]
                images: [{ name: web, newName: registry/web, digest: "sha256:1" }]
                """);

        ObjectNode web = Kustomize.resolve(folder).get(0);

        assertThat(web.at("/metadata/namespace").asText()).isEqualTo("here");
        assertThat(web.at("/metadata/labels/part-of").asText()).isEqualTo("us");
        assertThat(web.at("/spec/template/metadata/labels/part-of").asText()).isEqualTo("us");
        assertThat(web.at("/spec/template/spec/containers/0/image").asText()).isEqualTo("registry/web@sha256:1");
    }

    @Test
    void anOverlayMergesIntoTheConfigMapOfItsBase() throws IOException {
        kustomization("configMapGenerator: [{ name: settings, literals: [\"A=1\", \"URL=x?a=b\"] }]");
        Path overlay = Files.createDirectory(folder.resolve("overlay"));
        Files.writeString(overlay.resolve("kustomization.yaml"), """
                resources: [..]
                configMapGenerator: [{ name: settings, behavior: merge, literals: ["A=2"] }]
                """);

        assertThat(Kustomize.resolve(overlay).get(1).path("data").toString())
                .isEqualTo("{\"A\":\"2\",\"URL\":\"x?a=b\"}");
    }

    @Test
    void aDirectiveThatIsNotKnownHereIsAnErrorAndNotLeftOut() throws IOException {
        kustomization("replacements: []");

        assertThatThrownBy(() -> Kustomize.resolve(folder)).rootCause().hasMessageContaining("replacements");
    }

    @Test
    void aPatchThatFindsNothingIsAnError() throws IOException {
        kustomization("patches: [{ path: patch.yaml, target: { kind: Job } }]");
        write("patch.yaml", "spec: {}");

        assertThatThrownBy(() -> Kustomize.resolve(folder)).hasMessage("patch.yaml patches nothing");
    }

    private void kustomization(String rest) throws IOException {
        write("kustomization.yaml", "resources: [deployment.yaml]\n" + rest);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
    }
}
