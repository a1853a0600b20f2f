package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.nollan.kubernetes.model.CloudNativePg.Cluster;
import se.nollan.kubernetes.model.CloudNativePg.ObjectStore;
import se.nollan.kubernetes.model.KeycloakOperator.Keycloak;
import se.nollan.kubernetes.model.KeycloakOperator.RealmImport;

/** Whatever a resource refers to is there: in the manifests, made by an operator, or supplied by the region as README.md says. */
class ReferencesTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;

    @Test
    void everySecretIsMadeByAnOperatorOrSuppliedByTheRegion() {
        var known = new TreeSet<>(secretsOfOperators());
        known.addAll(Readme.namesUnder("Supplied by the region"));

        assertThat(known).containsAll(secretsReferredTo());
    }

    @Test
    void theRegionIsAskedForNothingThatNothingUses() {
        var used = new TreeSet<>(secretsReferredTo());
        REGION.pods().values().stream()
                .flatMap(pod -> pod.getVolumes().stream())
                .filter(volume -> volume.getConfigMap() != null)
                .forEach(volume -> used.add(volume.getConfigMap().getName()));

        assertThat(used).containsAll(Readme.namesUnder("Supplied by the region"));
    }

    @Test
    void everyConfigMapIsThereOrMayBeMissing() {
        for (PodSpec pod : REGION.pods().values()) {
            pod.getContainers().get(0).getEnvFrom().forEach(from -> assertThat(REGION.names(ConfigMap.class))
                    .contains(from.getConfigMapRef().getName()));
            pod.getVolumes().stream().map(Volume::getConfigMap).forEach(volume -> {
                if (volume != null && !Boolean.TRUE.equals(volume.getOptional())) {
                    assertThat(REGION.names(ConfigMap.class)).contains(volume.getName());
                }
            });
        }
    }

    @Test
    void everyVolumeClaimAndServiceAccountIsThere() {
        for (PodSpec pod : REGION.pods().values()) {
            assertThat(REGION.names(ServiceAccount.class)).contains(pod.getServiceAccountName());
            pod.getVolumes().stream()
                    .filter(volume -> volume.getPersistentVolumeClaim() != null)
                    .forEach(volume -> assertThat(REGION.names(PersistentVolumeClaim.class))
                            .contains(volume.getPersistentVolumeClaim().getClaimName()));
        }
    }

    @Test
    void everyMountHasItsVolumeAndEveryVolumeItsMount() {
        REGION.pods()
                .forEach((name, pod) -> assertThat(pod.getContainers().get(0).getVolumeMounts())
                        .as(name)
                        .extracting(mount -> mount.getName())
                        .containsExactlyInAnyOrderElementsOf(
                                pod.getVolumes().stream().map(Volume::getName).toList()));
    }

    @Test
    void everyPathOfTheIngressLeadsToAServiceThatIsThere() {
        var services = new TreeSet<>(REGION.names(Service.class));
        // the Keycloak operator makes it
        services.add(REGION.names(Keycloak.class).get(0) + "-service");

        REGION.all(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getRules().stream())
                .flatMap(rule -> rule.getHttp().getPaths().stream())
                .map(path -> path.getBackend().getService())
                .forEach(backend -> {
                    assertThat(services).contains(backend.getName());
                    if (backend.getPort().getName() != null) {
                        assertThat(REGION.one(Service.class, backend.getName())
                                        .getSpec()
                                        .getPorts())
                                .extracting(port -> port.getName())
                                .contains(backend.getPort().getName());
                    }
                });
    }

    @Test
    void theRealmIsImportedIntoTheKeycloakThatIsThere() {
        REGION.all(RealmImport.class).forEach(it -> assertThat(REGION.names(Keycloak.class))
                .containsExactly(it.spec().keycloakCRName()));
    }

    private static Set<String> secretsOfOperators() {
        var secrets = new TreeSet<>(REGION.names(KafkaUser.class));
        REGION.names(Kafka.class).forEach(kafka -> secrets.add(kafka + "-cluster-ca-cert"));
        REGION.names(Cluster.class).forEach(cluster -> secrets.add(cluster + "-ca"));
        return secrets;
    }

    private static Set<String> secretsReferredTo() {
        var secrets = new TreeSet<String>();
        for (PodSpec pod : REGION.pods().values()) {
            pod.getContainers().get(0).getEnv().stream()
                    .filter(variable -> variable.getValueFrom() != null)
                    .forEach(variable -> secrets.add(
                            variable.getValueFrom().getSecretKeyRef().getName()));
            pod.getVolumes().stream()
                    .filter(volume -> volume.getSecret() != null)
                    .forEach(volume -> secrets.add(volume.getSecret().getSecretName()));
        }
        REGION.all(Ingress.class)
                .forEach(ingress -> ingress.getSpec().getTls().forEach(tls -> secrets.add(tls.getSecretName())));
        REGION.all(Cluster.class).forEach(cluster -> {
            secrets.add(cluster.spec().bootstrap().initdb().secret().name());
            if (cluster.spec().managed() != null) {
                cluster.spec()
                        .managed()
                        .roles()
                        .forEach(role -> secrets.add(role.passwordSecret().name()));
            }
        });
        REGION.all(ObjectStore.class).forEach(store -> {
            secrets.add(
                    store.spec().configuration().s3Credentials().accessKeyId().name());
            secrets.add(store.spec()
                    .configuration()
                    .s3Credentials()
                    .secretAccessKey()
                    .name());
        });
        REGION.all(Keycloak.class).forEach(keycloak -> {
            secrets.add(keycloak.spec().db().usernameSecret().name());
            secrets.add(keycloak.spec().db().passwordSecret().name());
            secrets.add(keycloak.spec().http().tlsSecret());
            secrets.add(keycloak.spec().bootstrapAdmin().user().secret());
        });
        REGION.all(RealmImport.class).forEach(it -> it.spec()
                .placeholders()
                .values()
                .forEach(from -> secrets.add(from.secret().name())));
        return secrets;
    }
}
