package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who changes a schema, and who only reads and writes rows. */
class MigrationsTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void theMigrationHasTheOwnersLoginAndStopsWhenItIsDone(String name) {
        Job job = REGION.one(Job.class, name + "-migration");
        Map<String, String> environment =
                REGION.environment(job.getSpec().getTemplate().getSpec());

        assertThat(environment)
                .containsEntry("NOLLAN_DB_MIGRATE", "true")
                .containsEntry("QUARKUS_INIT_AND_EXIT", "true")
                .containsEntry("NOLLAN_DB_OWNER", name + "-database-owner/username")
                .containsEntry("NOLLAN_DB_OWNER_PASSWORD", name + "-database-owner/password");
        assertThat(job.getSpec().getTemplate().getSpec().getRestartPolicy()).isEqualTo("OnFailure");
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void theServiceHasItsOwnLoginAndNothingOfTheOwners(String name) {
        Map<String, String> environment = REGION.environment(REGION.one(Deployment.class, name + "-service")
                .getSpec()
                .getTemplate()
                .getSpec());

        assertThat(environment)
                .containsEntry("NOLLAN_DB_USER", name + "-database/username")
                .containsEntry("NOLLAN_DB_PASSWORD", name + "-database/password")
                .doesNotContainKeys("NOLLAN_DB_OWNER", "NOLLAN_DB_OWNER_PASSWORD", "QUARKUS_INIT_AND_EXIT");
        assertThat(environment.getOrDefault("NOLLAN_DB_MIGRATE", "false")).isEqualTo("false");
        assertThat(environment.values()).noneMatch(value -> value.contains("-owner"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void theMigrationRunsTheSameImageAsTheService(String name) {
        assertThat(image(REGION.pods().get(name + "-migration")))
                .isEqualTo(image(REGION.pods().get(name + "-service")));
    }

    @Test
    void servicesAndMigrationsCanBeLeftOutOfTheFirstStepByTheirLabel() {
        REGION.all(Deployment.class).forEach(it -> assertThat(it.getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/component", "service"));
        REGION.all(Job.class).forEach(it -> assertThat(it.getMetadata().getLabels())
                .containsEntry("app.kubernetes.io/component", "migration"));
    }

    private static String image(PodSpec pod) {
        return pod.getContainers().get(0).getImage();
    }
}
