package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.kubernetes.model.CloudNativePg.Cluster;
import se.nollan.kubernetes.model.CloudNativePg.ObjectStore;
import se.nollan.kubernetes.model.CloudNativePg.ScheduledBackup;

/** A database for each service: its roles, its durability, its backups; and the monthly keys apart from them. */
class DatabasesTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;

    static List<Cluster> clusters() {
        return REGION.all(Cluster.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void aServiceIsPointedAtItsOwnDatabaseAndTheServerMustProveWhoItIs(String name) {
        Map<String, String> environment = REGION.environment(REGION.one(Deployment.class, name + "-service")
                .getSpec()
                .getTemplate()
                .getSpec());
        String address = "postgresql://" + name + "-db-rw:5432/" + name;

        assertThat(environment)
                .containsEntry("NOLLAN_DB_URL", address)
                .containsEntry(
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:" + address + "?sslmode=verify-full&sslrootcert=/etc/nollan/database/ca.crt")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full")
                .containsEntry("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS")
                .containsEntry(
                        "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", "/etc/nollan/database/ca.crt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void theOwnerMakesTheSchemaAndTheServicesRoleIsNobodySpecial(String name) {
        var spec = REGION.one(Cluster.class, name + "-db").spec();

        assertThat(spec.bootstrap().initdb().database()).isEqualTo(name);
        assertThat(spec.bootstrap().initdb().owner()).isEqualTo(name + "_owner");
        assertThat(spec.bootstrap().initdb().secret().name()).isEqualTo(name + "-database-owner");
        assertThat(spec.managed().roles()).hasSize(1);
        var role = spec.managed().roles().get(0);
        assertThat(role.name()).isEqualTo(name + "_app");
        assertThat(role.passwordSecret().name()).isEqualTo(name + "-database");
        assertThat(role.login()).isTrue();
        assertThat(List.of(role.superuser(), role.createdb(), role.createrole()))
                .containsOnly(false);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aDatabaseSpeaksTlsOrNothingAndSurvivesANode(Cluster cluster) {
        assertThat(cluster.spec().postgresql().pgHba()).contains("hostnossl all all all reject");
        assertThat(cluster.spec().instances()).isGreaterThanOrEqualTo(2);
        assertThat(cluster.spec().affinity().podAntiAffinityType()).isEqualTo("required");
        assertThat(cluster.spec().enablePDB()).isTrue();
        assertThat(cluster.spec().bootstrap().initdb().dataChecksums()).isTrue();
        assertThat(cluster.spec().storage().storageClass()).isNotBlank();
        assertThat(cluster.spec().resources().getLimits()).containsOnlyKeys("cpu", "memory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "publish"})
    void whatExistsNowhereElseIsOnTwoMachinesBeforeACommitIsAnswered(String name) {
        var spec = REGION.one(Cluster.class, name + "-db").spec();

        assertThat(spec.instances()).isEqualTo(3);
        assertThat(spec.postgresql().synchronous().number()).isEqualTo(1);
        assertThat(spec.postgresql().synchronous().dataDurability()).isEqualTo("required");
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aStatementThatFailsLeavesNoValuesInTheLog(Cluster cluster) {
        assertThat(cluster.spec().postgresql().parameters())
                .containsEntry("log_parameter_max_length_on_error", "0")
                .containsEntry("log_min_error_statement", "panic")
                .containsEntry("log_min_duration_statement", "-1");
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aDatabaseIsBackedUpEachNightAndItsLogAsItIsWritten(Cluster cluster) {
        String name = cluster.metadata().getName();
        assertThat(cluster.spec().plugins()).hasSize(1).allSatisfy(plugin -> {
            assertThat(plugin.isWalArchiver()).isTrue();
            assertThat(REGION.names(ObjectStore.class))
                    .contains(plugin.parameters().get("barmanObjectName"));
        });
        var backup = REGION.one(ScheduledBackup.class, name).spec();
        assertThat(backup.cluster().name()).isEqualTo(name);
        assertThat(backup.schedule()).as("with seconds, once a day").matches("0 \\d+ \\d+ \\* \\* \\*");
        assertThat(backup.pluginConfiguration().name())
                .isEqualTo(cluster.spec().plugins().get(0).name());
    }

    @Test
    void theMonthlyKeysAreSharedByTheReplicasAndInNoBackup() {
        PersistentVolumeClaim keys = REGION.one(PersistentVolumeClaim.class, "ingest-keys");

        assertThat(keys.getSpec().getAccessModes()).containsExactly("ReadWriteMany");
        assertThat(keys.getMetadata().getLabels()).containsEntry("velero.io/exclude-from-backup", "true");
        assertThat(keys.getSpec().getStorageClassName()).contains("no-snapshot");
        assertThat(REGION.names(PersistentVolumeClaim.class))
                .as("nothing else is kept outside the databases")
                .containsExactly("ingest-keys");
    }
}
