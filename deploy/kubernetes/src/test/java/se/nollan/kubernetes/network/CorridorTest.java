package se.nollan.kubernetes.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.kubernetes.Installation;

/** The house has one corridor: who may speak to whom, all of it. */
class CorridorTest {

    private static final List<Integer> PORTS =
            List.of(22, 53, 80, 443, 5432, 6443, 7800, 8000, 8080, 8443, 9000, 9090, 9091, 9092, 9093, 9187, 57800);

    private static final List<Party> PARTIES = new ArrayList<>();
    private static final List<NetworkPolicy> POLICIES = Installation.REGION_EXEMPEL.all(NetworkPolicy.class);
    private static final Corridor CORRIDOR = new Corridor(POLICIES);

    @BeforeAll
    static void whoThereIs() {
        Installation.REGION_EXEMPEL
                .all(Deployment.class)
                .forEach(it -> PARTIES.add(Party.pod(
                        it.getMetadata().getName(),
                        "nollan",
                        it.getSpec().getTemplate().getMetadata().getLabels())));
        Installation.REGION_EXEMPEL
                .all(Job.class)
                .forEach(it -> PARTIES.add(Party.pod(
                        it.getMetadata().getName(),
                        "nollan",
                        it.getSpec().getTemplate().getMetadata().getLabels())));
        // Labels that the operators give to what they start
        for (String cluster : List.of("ingest-db", "rules-db", "publish-db", "keycloak-db")) {
            PARTIES.add(
                    Party.pod(cluster, "nollan", Map.of("cnpg.io/cluster", cluster, "cnpg.io/podRole", "instance")));
        }
        PARTIES.add(Party.pod(
                "kafka", "nollan", Map.of("strimzi.io/cluster", "nollan", "strimzi.io/name", "nollan-kafka")));
        PARTIES.add(Party.pod(
                "entity-operator",
                "nollan",
                Map.of("strimzi.io/cluster", "nollan", "strimzi.io/name", "nollan-entity-operator")));
        PARTIES.add(Party.pod(
                "keycloak", "nollan", Map.of("app", "keycloak", "app.kubernetes.io/instance", "nollan-keycloak")));
        PARTIES.add(Party.pod(
                "realm-import",
                "nollan",
                Map.of("app", "keycloak-realm-import", "app.kubernetes.io/instance", "nollan-keycloak")));
        PARTIES.add(Party.pod("stranger", "nollan", Map.of()));
        PARTIES.add(Party.pod("stranger of ours", "nollan", Map.of("app.kubernetes.io/part-of", "nollan")));

        PARTIES.add(Party.pod("ingress controller", "ingress-controller", Map.of("app", "any")));
        PARTIES.add(Party.pod("prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus")));
        PARTIES.add(Party.pod("grafana", "monitoring", Map.of("app.kubernetes.io/name", "grafana")));
        PARTIES.add(Party.pod("dns", "kube-system", Map.of("k8s-app", "kube-dns")));
        PARTIES.add(Party.pod("cnpg operator", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg")));
        PARTIES.add(Party.pod("strimzi operator", "strimzi", Map.of("strimzi.io/kind", "cluster-operator")));
        PARTIES.add(Party.pod("keycloak operator", "keycloak-operator", Map.of()));
        PARTIES.add(Party.pod(
                "impostor elsewhere",
                "default",
                Map.of("app.kubernetes.io/name", "ingest-service", "app.kubernetes.io/component", "service")));

        PARTIES.add(Party.address("kubernetes api", "192.0.2.10"));
        PARTIES.add(Party.address("object store", "192.0.2.20"));
        PARTIES.add(Party.address("internet", "198.51.100.1"));
    }

    @Test
    void theCorridorIsOpenAndNothingElseIs() {
        assertThat(open("TCP"))
                .containsExactlyInAnyOrder(
                        // in from outside
                        "ingress controller -> ingest-service 8443",
                        "ingress controller -> rules-service 8443",
                        "ingress controller -> publish-service 8443",
                        "ingress controller -> keycloak 8443",
                        // each service: its own database, Kafka, Keycloak
                        "ingest-service -> ingest-db 5432",
                        "ingest-service -> kafka 9093",
                        "ingest-service -> keycloak 8443",
                        "rules-service -> rules-db 5432",
                        "rules-service -> kafka 9093",
                        "rules-service -> keycloak 8443",
                        "publish-service -> publish-db 5432",
                        "publish-service -> kafka 9093",
                        "publish-service -> keycloak 8443",
                        // each migration: its database
                        "ingest-migration -> ingest-db 5432",
                        "rules-migration -> rules-db 5432",
                        "publish-migration -> publish-db 5432",
                        // the parts among themselves
                        "ingest-db -> ingest-db 5432",
                        "ingest-db -> ingest-db 8000",
                        "rules-db -> rules-db 5432",
                        "rules-db -> rules-db 8000",
                        "publish-db -> publish-db 5432",
                        "publish-db -> publish-db 8000",
                        "keycloak-db -> keycloak-db 5432",
                        "keycloak-db -> keycloak-db 8000",
                        "kafka -> kafka 9090",
                        "kafka -> kafka 9091",
                        "entity-operator -> kafka 9091",
                        "keycloak -> keycloak 7800",
                        "keycloak -> keycloak 57800",
                        "keycloak -> keycloak-db 5432",
                        "realm-import -> keycloak-db 5432",
                        // the operators
                        "cnpg operator -> ingest-db 5432",
                        "cnpg operator -> ingest-db 8000",
                        "cnpg operator -> rules-db 5432",
                        "cnpg operator -> rules-db 8000",
                        "cnpg operator -> publish-db 5432",
                        "cnpg operator -> publish-db 8000",
                        "cnpg operator -> keycloak-db 5432",
                        "cnpg operator -> keycloak-db 8000",
                        "strimzi operator -> kafka 8443",
                        "strimzi operator -> kafka 9090",
                        "strimzi operator -> kafka 9091",
                        "keycloak operator -> keycloak 8443",
                        "keycloak operator -> keycloak 9000",
                        // what Prometheus reads
                        "prometheus -> ingest-service 9000",
                        "prometheus -> rules-service 9000",
                        "prometheus -> publish-service 9000",
                        "prometheus -> ingest-db 9187",
                        "prometheus -> rules-db 9187",
                        "prometheus -> publish-db 9187",
                        "prometheus -> keycloak-db 9187",
                        "prometheus -> keycloak 9000",
                        // out to the platform
                        "ingest-db -> kubernetes api 6443",
                        "rules-db -> kubernetes api 6443",
                        "publish-db -> kubernetes api 6443",
                        "keycloak-db -> kubernetes api 6443",
                        "entity-operator -> kubernetes api 6443",
                        "ingest-db -> object store 443",
                        "rules-db -> object store 443",
                        "publish-db -> object store 443",
                        "keycloak-db -> object store 443");
    }

    @Test
    void namesAreLookedUpByAllAndNothingElseGoesByUdp() {
        assertThat(open("UDP"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" -> dns 53"))
                .hasSameSizeAs(inTheNamespace().toList());
    }

    @ParameterizedTest(name = "{0} has no way to {1}")
    @CsvSource({
        "publish-service, ingest-db",
        "publish-service, rules-db",
        "rules-service, ingest-db",
        "rules-service, publish-db",
        "ingest-service, rules-db",
        "ingest-service, publish-db",
        "ingest-service, rules-service",
        "rules-service, publish-service",
        "publish-service, ingest-service",
        "ingest-migration, kafka",
        "stranger, ingest-db",
        "stranger of ours, kafka",
        "impostor elsewhere, ingest-db",
        "impostor elsewhere, kafka",
        "grafana, ingest-service",
        "ingress controller, ingest-db",
        "ingress controller, kafka",
        "ingest-service, internet",
        "publish-service, internet",
        "keycloak, internet",
        "internet, ingest-service",
        "strimzi operator, ingest-db"
    })
    void thereIsNoWay(String from, String to) {
        assertThat(PORTS).noneMatch(port -> CORRIDOR.open(party(from), party(to), "TCP", port));
    }

    @Test
    void whatNoPolicyNamesIsShutInAndOut() {
        Corridor denied = new Corridor(POLICIES.stream()
                .filter(it -> it.getMetadata().getName().equals("default-deny"))
                .toList());
        inTheNamespace()
                .forEach(ours -> PARTIES.forEach(other -> PORTS.forEach(port -> {
                    assertThat(denied.open(ours, other, "TCP", port)).isFalse();
                    assertThat(denied.open(other, ours, "TCP", port)).isFalse();
                })));
    }

    private static TreeSet<String> open(String protocol) {
        var open = new TreeSet<String>();
        for (Party from : PARTIES) {
            for (Party to : PARTIES) {
                boolean ours = "nollan".equals(from.namespace()) || "nollan".equals(to.namespace());
                boolean toDns = to.name().equals("dns") && protocol.equals("TCP");
                for (int port : PORTS) {
                    if (ours && !toDns && CORRIDOR.open(from, to, protocol, port)) {
                        open.add(from.name() + " -> " + to.name() + " " + port);
                    }
                }
            }
        }
        return open;
    }

    private static Stream<Party> inTheNamespace() {
        return PARTIES.stream().filter(it -> "nollan".equals(it.namespace()));
    }

    private static Party party(String name) {
        return PARTIES.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }
}
