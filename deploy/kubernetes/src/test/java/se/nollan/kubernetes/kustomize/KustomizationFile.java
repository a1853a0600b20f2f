package se.nollan.kubernetes.kustomize;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part of a {@code kustomization.yaml} that Nollan uses. What is not here is refused, so that nothing is left out unseen. */
record KustomizationFile(
        String apiVersion,
        String kind,
        @Nullable String namespace,
        List<String> resources,
        @Nullable List<Labels> labels,
        @Nullable List<Patch> patches,
        @Nullable List<Image> images,
        @Nullable List<ConfigMapGenerator> configMapGenerator) {

    record Labels(Map<String, String> pairs, @Nullable Boolean includeTemplates) {}

    record Patch(String path, @Nullable Target target) {}

    record Target(
            @Nullable String group,
            @Nullable String kind,
            @Nullable String name) {}

    record Image(String name, String newName, String digest) {}

    record ConfigMapGenerator(String name, @Nullable String behavior, List<String> literals) {}
}
