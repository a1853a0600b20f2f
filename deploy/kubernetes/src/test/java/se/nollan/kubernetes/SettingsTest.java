package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service's application.properties reads is what the manifests give, and the other way round. */
class SettingsTest {

    private static final Installation REGION = Installation.REGION_EXEMPEL;
    private static final Pattern READ = Pattern.compile("\\$\\{(NOLLAN_[A-Z0-9_]+)(:)?");

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void everyVariableWithoutADefaultIsGivenToTheServiceAndToItsMigration(String name) {
        Set<String> needed = new TreeSet<>();
        read(name).forEach((variable, hasDefault) -> {
            if (!hasDefault) {
                needed.add(variable);
            }
        });
        assertThat(given(name + "-service")).containsAll(needed);
        assertThat(given(name + "-migration")).containsAll(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void everyVariableThatIsReadIsGivenOrSaidToStandAtItsDefault(String name) {
        var known = new TreeSet<>(given(name + "-service"));
        known.addAll(given(name + "-migration"));
        known.addAll(Readme.namesUnder("Left at their defaults"));

        assertThat(known).containsAll(read(name).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "rules", "publish"})
    void everyVariableThatIsGivenIsRead(String name) {
        var given = new TreeSet<>(given(name + "-service"));
        given.addAll(given(name + "-migration"));

        assertThat(read(name).keySet()).containsAll(given);
    }

    @Test
    void whatIsSaidToStandAtItsDefaultIsReadBySomeService() {
        var read = new TreeSet<String>();
        Installation.SERVICES.forEach(
                service -> read.addAll(read(service.replace("-service", "")).keySet()));

        assertThat(read).containsAll(Readme.namesUnder("Left at their defaults"));
    }

    @Test
    void everyOtherVariableIsAStandardSettingOfQuarkusOrKafka() {
        for (PodSpec pod : REGION.pods().values()) {
            assertThat(REGION.environment(pod).keySet())
                    .allMatch(it -> it.matches("(NOLLAN|QUARKUS|KAFKA)_[A-Z0-9_]+"));
        }
    }

    @Test
    void noSettingIsGivenTwice() {
        Set<String> common = REGION.one(ConfigMap.class, "nollan").getData().keySet();
        for (String service : Installation.SERVICES) {
            assertThat(REGION.one(ConfigMap.class, service).getData().keySet()).doesNotContainAnyElementsOf(common);
        }
    }

    /** The variables of ours that a pod gets. */
    private static Set<String> given(String pod) {
        var given = new TreeSet<>(REGION.environment(REGION.pods().get(pod)).keySet());
        given.removeIf(variable -> !variable.startsWith("NOLLAN_"));
        return given;
    }

    /** The variables that a service reads, and whether it has a default for each. */
    private static Map<String, Boolean> read(String name) {
        var file = Installation.REPOSITORY.resolve(name + "-service/src/main/resources/application.properties");
        var read = new TreeMap<String, Boolean>();
        try {
            var matcher = READ.matcher(Files.readString(file));
            while (matcher.find()) {
                read.merge(matcher.group(1), matcher.group(2) != null, Boolean::logicalAnd);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
