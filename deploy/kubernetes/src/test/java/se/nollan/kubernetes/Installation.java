package se.nollan.kubernetes;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.nollan.kubernetes.kustomize.Kustomize;
import se.nollan.kubernetes.model.Manifest;

/** What a region would install: an overlay, resolved and read into typed models. */
public final class Installation {

    public static final Path HERE = Path.of("").toAbsolutePath();
    public static final Path REPOSITORY = HERE.getParent().getParent();
    public static final List<String> SERVICES = List.of("ingest-service", "rules-service", "publish-service");

    /** The one overlay; resolved once, for it never changes. */
    public static final Installation REGION_EXEMPEL = new Installation(HERE.resolve("overlays/region-exempel"));

    private final List<Manifest> manifests;

    private Installation(Path folder) {
        manifests = Kustomize.resolve(folder).stream().map(Manifest::of).toList();
    }

    public List<Manifest> manifests() {
        return manifests;
    }

    public <T> List<T> all(Class<T> type) {
        return manifests.stream()
                .map(Manifest::typed)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public <T> T one(Class<T> type, String name) {
        return manifests.stream()
                .filter(it -> type.isInstance(it.typed()) && it.name().equals(name))
                .map(it -> type.cast(it.typed()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + type.getSimpleName() + " " + name));
    }

    /** Names of all resources of a type. */
    public List<String> names(Class<?> type) {
        return manifests.stream()
                .filter(it -> type.isInstance(it.typed()))
                .map(Manifest::name)
                .toList();
    }

    /** The pods that we start ourselves (the operators start theirs), by the name of their Deployment or Job. */
    public Map<String, PodSpec> pods() {
        var pods = new LinkedHashMap<String, PodSpec>();
        all(Deployment.class)
                .forEach(it -> pods.put(
                        it.getMetadata().getName(), it.getSpec().getTemplate().getSpec()));
        all(Job.class)
                .forEach(it -> pods.put(
                        it.getMetadata().getName(), it.getSpec().getTemplate().getSpec()));
        return pods;
    }

    /** The environment that a pod's container starts with; a value from a Secret is given as {@code secret/key}. */
    public Map<String, String> environment(PodSpec pod) {
        Container container = pod.getContainers().get(0);
        var environment = new LinkedHashMap<String, String>();
        container.getEnvFrom().stream()
                .map(from -> from.getConfigMapRef().getName())
                .forEach(name -> environment.putAll(one(ConfigMap.class, name).getData()));
        for (EnvVar variable : container.getEnv()) {
            environment.put(
                    variable.getName(),
                    Stream.ofNullable(variable.getValueFrom())
                            .map(from -> from.getSecretKeyRef().getName() + "/"
                                    + from.getSecretKeyRef().getKey())
                            .findFirst()
                            .orElse(variable.getValue()));
        }
        return environment;
    }
}
