package se.nollan.kubernetes.kustomize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A patch that has the form of what it patches. Objects merge, {@code null} takes away, and a list is replaced, except that Kubernetes' own kinds
 * merge the lists below by a key. A custom resource has no such lists.
 */
final class StrategicMerge {

    private static final Map<String, String> MERGE_KEYS = Map.of(
            "containers", "name",
            "initContainers", "name",
            "env", "name",
            "volumes", "name",
            "volumeMounts", "mountPath",
            "ports", "containerPort",
            "topologySpreadConstraints", "topologyKey");

    private final boolean listsMerge;

    private StrategicMerge(boolean listsMerge) {
        this.listsMerge = listsMerge;
    }

    static StrategicMerge of(JsonNode resource) {
        String version = resource.path("apiVersion").asText();
        return new StrategicMerge(!version.contains(".") || version.contains(".k8s.io/"));
    }

    void apply(JsonNode patch, ObjectNode onto) {
        patch.fields().forEachRemaining(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.startsWith("$")) {
                throw new IllegalStateException(name + " is not used here");
            }
            if (value.isNull()) {
                onto.remove(name);
            } else if (value.isObject() && onto.get(name) instanceof ObjectNode into) {
                apply(value, into);
            } else if (value.isArray()
                    && listsMerge
                    && MERGE_KEYS.containsKey(name)
                    && onto.get(name) instanceof ArrayNode into) {
                value.forEach(item -> mergeItem(item, into, MERGE_KEYS.get(name)));
            } else {
                onto.set(name, value.deepCopy());
            }
        });
    }

    private void mergeItem(JsonNode item, ArrayNode into, String key) {
        for (JsonNode there : into) {
            if (there.path(key).equals(item.path(key))) {
                apply(item, (ObjectNode) there);
                return;
            }
        }
        into.add(item.deepCopy());
    }
}
