package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.kubernetes.kustomize.Yaml;

/** Kafka is what deploy/contracts/asyncapi.yaml says, and no more. */
class KafkaTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;
    private static final JsonNode CONTRACT =
            Yaml.document(Installation.REPOSITORY.resolve("deploy/contracts/asyncapi.yaml"));

    private final Kafka kafka = REGION.one(Kafka.class, "nollan");

    @Test
    void theTopicsAndTheirSettingsAreThoseOfTheContracts() {
        var agreed = new TreeMap<String, String>();
        CONTRACT.path("channels").fields().forEachRemaining(channel -> {
            JsonNode binding = channel.getValue().at("/bindings/kafka");
            var settings = new TreeMap<String, String>();
            binding.path("topicConfiguration")
                    .fields()
                    .forEachRemaining(it -> settings.put(it.getKey(), text(it.getValue())));
            agreed.put(
                    channel.getValue().path("address").asText(),
                    binding.path("partitions").asInt() + " " + settings);
        });

        var here = new TreeMap<String, String>();
        REGION.all(KafkaTopic.class).forEach(topic -> {
            var settings = new TreeMap<String, String>();
            topic.getSpec().getConfig().forEach((name, value) -> settings.put(name, String.valueOf(value)));
            here.put(topic.getMetadata().getName(), topic.getSpec().getPartitions() + " " + settings);
        });

        assertThat(here).isEqualTo(agreed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "rules-service", "publish-service"})
    void aServiceMayDoWhatTheContractsSayItDoesAndNothingElse(String service) {
        var agreed = new TreeSet<String>();
        agreed.add("Read group " + service);
        CONTRACT.path("operations").forEach(operation -> {
            if (operation.path("tags").findValuesAsText("name").contains(service)) {
                String topic = operation.at("/channel/$ref").asText().replace("#/channels/", "");
                agreed.add((operation.path("action").asText().equals("send") ? "Write" : "Read") + " topic " + topic);
                agreed.add("Describe topic " + topic);
            }
        });

        var authorization = (KafkaUserAuthorizationSimple)
                REGION.one(KafkaUser.class, service).getSpec().getAuthorization();
        assertThat(authorization.getAcls().stream().flatMap(rule -> rights(rule).stream()))
                .containsExactlyInAnyOrderElementsOf(agreed);
    }

    @Test
    void thereIsAUserForEachServiceAndNobodyElse() {
        assertThat(REGION.names(KafkaUser.class)).containsExactlyInAnyOrderElementsOf(Installation.SERVICES);
        assertThat(REGION.all(KafkaUser.class)).allSatisfy(user -> {
            assertThat(user.getSpec().getAuthentication().getType()).isEqualTo("tls");
            assertThat(user.getMetadata().getLabels()).containsEntry("strimzi.io/cluster", "nollan");
        });
    }

    @Test
    void theOneListenerSpeaksTlsAndAsksForACertificate() {
        List<GenericKafkaListener> listeners = kafka.getSpec().getKafka().getListeners();
        assertThat(listeners).hasSize(1);
        GenericKafkaListener listener = listeners.get(0);
        assertThat(listener.isTls()).isTrue();
        assertThat(listener.getAuth().getType()).isEqualTo("tls");
        assertThat(listener.getPort()).isEqualTo(9093);
        assertThat(kafka.getSpec().getKafka().getAuthorization().getType()).isEqualTo("simple");
        // the operator makes a policy of its own from this: without it, one that lets everybody in
        assertThat(listener.getNetworkPolicyPeers())
                .extracting(peer -> peer.getPodSelector().getMatchLabels())
                .containsExactly(
                        Map.of("app.kubernetes.io/part-of", "nollan", "app.kubernetes.io/component", "service"));
    }

    @Test
    void aNodeMayBeLostWithoutAMessageLost() {
        assertThat(REGION.one(KafkaNodePool.class, "node").getSpec().getReplicas())
                .isEqualTo(3);
        assertThat(REGION.all(KafkaTopic.class))
                .allMatch(topic -> topic.getSpec().getReplicas() == 3)
                .allMatch(
                        topic -> "nollan".equals(topic.getMetadata().getLabels().get("strimzi.io/cluster")));
        assertThat(kafka.getSpec().getKafka().getConfig())
                .containsEntry("min.insync.replicas", 2)
                .containsEntry("default.replication.factor", 3)
                .containsEntry("auto.create.topics.enable", false);
    }

    @Test
    void theLargestMessageOfTheContractsPassesFromBrokerToBroker() {
        CONTRACT.findValues("max.message.bytes").forEach(bytes -> assertThat(
                        (Integer) kafka.getSpec().getKafka().getConfig().get("replica.fetch.max.bytes"))
                .isGreaterThanOrEqualTo(bytes.asInt()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest-service", "rules-service", "publish-service"})
    void aServiceComesWithTheCertificateOfItsOwnUser(String service) {
        var pod = REGION.one(Deployment.class, service).getSpec().getTemplate().getSpec();

        assertThat(REGION.environment(pod))
                .containsEntry("NOLLAN_KAFKA", "nollan-kafka-bootstrap:9093")
                .containsEntry("KAFKA_SECURITY_PROTOCOL", "SSL")
                .containsEntry("KAFKA_SSL_TRUSTSTORE_TYPE", "PKCS12")
                .containsEntry("KAFKA_SSL_TRUSTSTORE_LOCATION", mounted(pod, "nollan-cluster-ca-cert") + "/ca.p12")
                .containsEntry("KAFKA_SSL_TRUSTSTORE_PASSWORD", "nollan-cluster-ca-cert/ca.password")
                .containsEntry("KAFKA_SSL_KEYSTORE_TYPE", "PKCS12")
                .containsEntry("KAFKA_SSL_KEYSTORE_LOCATION", mounted(pod, service) + "/user.p12")
                .containsEntry("KAFKA_SSL_KEYSTORE_PASSWORD", service + "/user.password");
    }

    private static String mounted(PodSpec pod, String secret) {
        String volume = pod.getVolumes().stream()
                .filter(it ->
                        it.getSecret() != null && it.getSecret().getSecretName().equals(secret))
                .findFirst()
                .orElseThrow()
                .getName();
        return pod.getContainers().get(0).getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals(volume))
                .findFirst()
                .orElseThrow()
                .getMountPath();
    }

    private static List<String> rights(AclRule rule) {
        var rights = new ArrayList<String>();
        for (AclOperation operation : rule.getOperations()) {
            if (rule.getResource() instanceof AclRuleTopicResource topic) {
                assertThat(topic.getPatternType().toValue()).isEqualTo("literal");
                rights.add(operation.toValue() + " topic " + topic.getName());
            } else if (rule.getResource() instanceof AclRuleGroupResource group) {
                assertThat(group.getPatternType().toValue()).isEqualTo("literal");
                rights.add(operation.toValue() + " group " + group.getName());
            } else {
                throw new AssertionError("a right to " + rule.getResource().getType());
            }
        }
        return rights;
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        var parts = new ArrayList<String>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(",", parts);
    }
}
