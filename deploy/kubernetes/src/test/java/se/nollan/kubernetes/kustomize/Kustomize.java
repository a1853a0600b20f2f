package se.nollan.kubernetes.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.kubernetes.kustomize.KustomizationFile.ConfigMapGenerator;
import se.nollan.kubernetes.kustomize.KustomizationFile.Image;
import se.nollan.kubernetes.kustomize.KustomizationFile.Labels;
import se.nollan.kubernetes.kustomize.KustomizationFile.Patch;
import se.nollan.kubernetes.kustomize.KustomizationFile.Target;

/**
 * Resolves a folder with a {@code kustomization.yaml} to the resources that {@code kubectl apply -k} would send.
 *
 * <p>One thing is left as it is: a generated ConfigMap keeps its plain name, and so do the references to it.
 */
public final class Kustomize {

    private final Path folder;
    private final KustomizationFile file;
    private final List<ObjectNode> resources = new ArrayList<>();

    private Kustomize(Path folder) {
        this.folder = folder;
        this.file = Yaml.read(folder.resolve("kustomization.yaml"), KustomizationFile.class);
    }

    /** The resources of the folder, in the order in which they are named. */
    public static List<ObjectNode> resolve(Path folder) {
        var kustomize = new Kustomize(folder.toAbsolutePath().normalize());
        kustomize.load();
        return kustomize.resources;
    }

    private void load() {
        for (String resource : file.resources()) {
            Path path = folder.resolve(resource).normalize();
            resources.addAll(Files.isDirectory(path) ? resolve(path) : Yaml.documents(path));
        }
        orNone(file.configMapGenerator()).forEach(this::generate);
        orNone(file.patches()).forEach(this::patch);
        if (file.namespace() != null) {
            resources.stream()
                    .filter(it -> !kind(it).equals("Namespace"))
                    .forEach(it -> ((ObjectNode) it.get("metadata")).put("namespace", file.namespace()));
        }
        orNone(file.labels()).forEach(this::label);
        orNone(file.images()).forEach(this::image);
    }

    private void generate(ConfigMapGenerator generator) {
        ObjectNode configMap =
                switch (generator.behavior() == null ? "create" : generator.behavior()) {
                    case "create" -> newConfigMap(generator.name());
                    case "merge" ->
                        resources.stream()
                                .filter(it -> kind(it).equals("ConfigMap") && name(it).equals(generator.name()))
                                .findFirst()
                                .orElseThrow(() -> new IllegalStateException("no ConfigMap " + generator.name()));
                    default -> throw new IllegalStateException("behavior " + generator.behavior());
                };
        for (String literal : generator.literals()) {
            int equals = literal.indexOf('=');
            configMap.withObject("/data").put(literal.substring(0, equals), literal.substring(equals + 1));
        }
    }

    private ObjectNode newConfigMap(String name) {
        ObjectNode configMap = Yaml.object().put("apiVersion", "v1").put("kind", "ConfigMap");
        configMap.putObject("metadata").put("name", name);
        resources.add(configMap);
        return configMap;
    }

    private void patch(Patch patch) {
        JsonNode content = Yaml.document(folder.resolve(patch.path()));
        Target target =
                patch.target() != null ? patch.target() : new Target(group(content), kind(content), name(content));
        List<ObjectNode> targets =
                resources.stream().filter(it -> matches(target, it)).toList();
        if (targets.isEmpty()) {
            throw new IllegalStateException(patch.path() + " patches nothing");
        }
        for (ObjectNode resource : targets) {
            if (content.isArray()) {
                JsonPatch.apply(content, resource);
            } else {
                String name = name(resource);
                StrategicMerge.of(resource).apply(content, resource);
                ((ObjectNode) resource.get("metadata")).put("name", name);
            }
        }
    }

    private static boolean matches(Target target, JsonNode resource) {
        return (target.group() == null || target.group().equals(group(resource)))
                && (target.kind() == null || target.kind().equals(kind(resource)))
                && (target.name() == null || target.name().equals(name(resource)));
    }

    private void label(Labels labels) {
        for (ObjectNode resource : resources) {
            labels.pairs().forEach(resource.withObject("/metadata/labels")::put);
            boolean hasTemplate =
                    kind(resource).equals("Deployment") || kind(resource).equals("Job");
            if (hasTemplate && Boolean.TRUE.equals(labels.includeTemplates())) {
                labels.pairs().forEach(resource.withObject("/spec/template/metadata/labels")::put);
            }
        }
    }

    private void image(Image image) {
        for (ObjectNode resource : resources) {
            for (JsonNode container : resource.at("/spec/template/spec/containers")) {
                if (container.path("image").asText().equals(image.name())) {
                    ((ObjectNode) container).put("image", image.newName() + "@" + image.digest());
                }
            }
        }
    }

    private static String kind(JsonNode resource) {
        return resource.path("kind").asText();
    }

    private static String name(JsonNode resource) {
        return resource.at("/metadata/name").asText();
    }

    private static String group(JsonNode resource) {
        String version = resource.path("apiVersion").asText();
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
