package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.nollan.kubernetes.model.KeycloakOperator.Keycloak;

/** What the world can reach. */
class IngressTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;

    @Test
    void eachServiceHasItsPathAndNothingElseIsLetOut() {
        assertThat(REGION.all(Ingress.class).stream().flatMap(IngressTest::ways))
                .containsExactlyInAnyOrder(
                        "nollan.region-exempel.se/ingest to ingest-service",
                        "nollan.region-exempel.se/rules to rules-service",
                        "nollan.region-exempel.se/publish to publish-service",
                        "login.nollan.region-exempel.se/realms/nollan to nollan-keycloak-service",
                        "login.nollan.region-exempel.se/resources to nollan-keycloak-service");
    }

    @Test
    void everyNameHasACertificate() {
        assertThat(REGION.all(Ingress.class)).allSatisfy(ingress -> {
            assertThat(ingress.getSpec().getTls()).hasSize(1);
            List<String> names = ingress.getSpec().getRules().stream()
                    .map(rule -> rule.getHost())
                    .toList();
            assertThat(ingress.getSpec().getTls().get(0).getHosts()).isEqualTo(names);
            assertThat(ingress.getSpec().getTls().get(0).getSecretName()).isNotBlank();
            assertThat(ingress.getSpec().getIngressClassName()).isNotBlank();
        });
    }

    @Test
    void keycloaksNameInTheTokensIsTheOneTheWorldUses() {
        var spec = REGION.one(Keycloak.class, "nollan-keycloak").spec();

        assertThat(spec.hostname().hostname())
                .isEqualTo("https://"
                        + REGION.one(Ingress.class, "keycloak")
                                .getSpec()
                                .getRules()
                                .get(0)
                                .getHost());
        assertThat(spec.hostname().strict()).isTrue();
        assertThat(spec.http().httpEnabled()).isFalse();
        assertThat(spec.proxy().headers()).isEqualTo("xforwarded");
        // ours take their place: the operator's would let in more
        assertThat(spec.ingress().enabled()).isFalse();
        assertThat(spec.networkPolicy().enabled()).isFalse();
    }

    @Test
    void theWayFromTheControllerToTheServicesIsEncryptedAndTheirCertificateChecked() {
        assertThat(REGION.all(Ingress.class))
                .allSatisfy(ingress -> assertThat(ingress.getMetadata().getAnnotations())
                        .containsEntry("haproxy.org/server-ssl", "true")
                        .containsKey("haproxy.org/server-ca"));
    }

    private static Stream<String> ways(Ingress ingress) {
        return ingress.getSpec().getRules().stream().flatMap(rule -> rule.getHttp().getPaths().stream()
                .map(path -> rule.getHost() + path.getPath() + " to " + service(path)));
    }

    private static String service(HTTPIngressPath path) {
        assertThat(path.getPathType()).isEqualTo("Prefix");
        return path.getBackend().getService().getName();
    }
}
