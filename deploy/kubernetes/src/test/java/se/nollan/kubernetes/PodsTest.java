package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Nollan starts itself: three deployments and their migrations. */
class PodsTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;

    static List<Deployment> deployments() {
        return REGION.all(Deployment.class);
    }

    static Stream<Map.Entry<String, PodSpec>> pods() {
        return REGION.pods().entrySet().stream();
    }

    @Test
    void thereAreThreeDeploymentsAndAMigrationForEach() {
        assertThat(REGION.names(Deployment.class)).containsExactlyInAnyOrderElementsOf(Installation.SERVICES);
        assertThat(REGION.names(Job.class))
                .containsExactlyInAnyOrder("ingest-migration", "rules-migration", "publish-migration");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aServiceRunsTwiceAndIsReplacedWithoutAGap(Deployment deployment) {
        assertThat(deployment.getSpec().getReplicas()).isEqualTo(2);
        var rolling = deployment.getSpec().getStrategy().getRollingUpdate();
        assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
        assertThat(rolling.getMaxSurge().getIntVal()).isEqualTo(1);
        // draining takes 30 s at most, after 5 s in which the ingress controller learns of it
        assertThat(pod(deployment).getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theThreeProbesAskTheManagementPort(Deployment deployment) {
        Container container = container(pod(deployment));
        assertThat(container.getPorts())
                .extracting(port -> port.getName() + " " + port.getContainerPort())
                .containsExactlyInAnyOrder("https 8443", "management 9000");
        assertThat(asked(container.getStartupProbe())).isEqualTo("/q/health/started on management");
        assertThat(asked(container.getReadinessProbe())).isEqualTo("/q/health/ready on management");
        assertThat(asked(container.getLivenessProbe())).isEqualTo("/q/health/live on management");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aServiceIsSpokenToByTlsOrNotAtAll(Deployment deployment) {
        Map<String, String> settings = REGION.environment(pod(deployment));
        assertThat(settings)
                .containsEntry("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled")
                .containsEntry("QUARKUS_HTTP_SSL_PORT", "8443")
                .doesNotContainKey("NOLLAN_HTTP_PORT");
        String folder = container(pod(deployment)).getVolumeMounts().stream()
                .filter(mount -> mount.getName().equals("tls"))
                .map(mount -> mount.getMountPath())
                .findFirst()
                .orElseThrow();
        assertThat(settings)
                .containsEntry("QUARKUS_HTTP_SSL_CERTIFICATE_FILES", folder + "/tls.crt")
                .containsEntry("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", folder + "/tls.key");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theReplicasAreSpreadOverNodesAndZonesEachServiceByItself(Deployment deployment) {
        var spread = pod(deployment).getTopologySpreadConstraints();
        assertThat(spread)
                .extracting(it -> it.getTopologyKey() + " " + it.getWhenUnsatisfiable())
                .containsExactlyInAnyOrder(
                        "topology.kubernetes.io/zone ScheduleAnyway", "kubernetes.io/hostname DoNotSchedule");
        assertThat(spread).allSatisfy(it -> {
            assertThat(it.getMatchLabelKeys()).containsExactly("app.kubernetes.io/name");
            assertThat(labels(deployment))
                    .containsAllEntriesOf(it.getLabelSelector().getMatchLabels());
        });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aNodeThatIsEmptiedTakesOneReplicaAtATime(Deployment deployment) {
        PodDisruptionBudget budget =
                REGION.one(PodDisruptionBudget.class, deployment.getMetadata().getName());
        assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
        assertThat(budget.getSpec().getSelector().getMatchLabels())
                .isEqualTo(deployment.getSpec().getSelector().getMatchLabels());
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void aServicesSelectorFindsItsPodsAndNoMigration(Deployment deployment) {
        Service service = REGION.one(Service.class, deployment.getMetadata().getName());
        Map<String, String> selector = service.getSpec().getSelector();
        assertThat(selector).isEqualTo(deployment.getSpec().getSelector().getMatchLabels());
        assertThat(labels(deployment)).containsAllEntriesOf(selector);
        assertThat(REGION.all(Job.class)).noneMatch(job -> job.getSpec()
                .getTemplate()
                .getMetadata()
                .getLabels()
                .entrySet()
                .containsAll(selector.entrySet()));
        assertThat(service.getSpec().getPorts())
                .extracting(port -> port.getTargetPort().getStrVal())
                .containsExactly("https");
    }

    @ParameterizedTest
    @MethodSource("pods")
    void everyContainerSaysWhatItNeedsAndWhatItMayTakeAtMost(Map.Entry<String, PodSpec> pod) {
        var resources = container(pod.getValue()).getResources();
        assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
        for (String of : List.of("cpu", "memory")) {
            assertThat(resources.getRequests().get(of).getNumericalAmount())
                    .isLessThanOrEqualTo(resources.getLimits().get(of).getNumericalAmount());
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void everyPodIsRestricted(Map.Entry<String, PodSpec> named) {
        PodSpec pod = named.getValue();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getInitContainers()).isEmpty();
        SecurityContext security = container(pod).getSecurityContext();
        assertThat(security.getAllowPrivilegeEscalation()).isFalse();
        assertThat(security.getPrivileged()).isFalse();
        assertThat(security.getReadOnlyRootFilesystem()).isTrue();
        assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(security.getCapabilities().getAdd()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void noPodCanSpeakToTheKubernetesApi(Map.Entry<String, PodSpec> named) {
        PodSpec pod = named.getValue();
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getEnableServiceLinks()).isFalse();
        assertThat(REGION.one(ServiceAccount.class, pod.getServiceAccountName()).getAutomountServiceAccountToken())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("pods")
    void whatAPodWritesStaysInMemoryButForTheMonthlyKeysAndWhatIsEncrypted(Map.Entry<String, PodSpec> named) {
        for (Volume volume : named.getValue().getVolumes()) {
            if (volume.getEmptyDir() != null) {
                if (!(named.getKey() + " " + volume.getName()).equals("ingest-service spill")) {
                    assertThat(volume.getEmptyDir().getMedium()).isEqualTo("Memory");
                }
                assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull();
            } else if (volume.getPersistentVolumeClaim() != null) {
                assertThat(named.getKey() + " "
                                + volume.getPersistentVolumeClaim().getClaimName())
                        .isEqualTo("ingest-service ingest-keys");
            } else {
                assertThat(volume.getSecret() != null || volume.getConfigMap() != null)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pods")
    void aSecretIsMountedByTheKeyThatIsNeededAndNoOther(Map.Entry<String, PodSpec> named) {
        named.getValue().getVolumes().stream()
                .filter(volume -> volume.getSecret() != null)
                .forEach(volume -> {
                    List<String> keys = volume.getSecret().getItems().stream()
                            .map(item -> item.getKey())
                            .toList();
                    if (volume.getName().equals("tls")) {
                        assertThat(keys).containsExactly("tls.crt", "tls.key");
                    } else {
                        assertThat(keys).hasSize(1).isSubsetOf("ca.crt", "ca.p12", "user.p12");
                    }
                    assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
                });
    }

    @ParameterizedTest
    @MethodSource("pods")
    void theImageIsTheServicesOwnAtADigest(Map.Entry<String, PodSpec> named) {
        String service = named.getKey().replace("-migration", "-service");
        assertThat(container(named.getValue()).getImage())
                .matches("registry\\.region-exempel\\.se/nollan/" + service + "@sha256:[0-9a-f]{64}");
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static Map<String, String> labels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    private static Container container(PodSpec pod) {
        assertThat(pod.getContainers()).hasSize(1);
        return pod.getContainers().get(0);
    }

    private static String asked(Probe probe) {
        return probe.getHttpGet().getPath() + " on "
                + probe.getHttpGet().getPort().getStrVal();
    }
}
