package se.nollan.kubernetes.kustomize;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** RFC 6902: {@code add}, {@code replace} and {@code remove}. */
final class JsonPatch {

    private JsonPatch() {}

    static void apply(JsonNode operations, ObjectNode resource) {
        for (JsonNode operation : operations) {
            JsonPointer path = JsonPointer.compile(operation.path("path").asText());
            JsonNode parent = resource.at(path.head());
            String op = operation.path("op").asText();
            if (parent.isMissingNode()
                    || (!op.equals("add") && resource.at(path).isMissingNode())) {
                throw new IllegalStateException("there is no " + path + " to " + op);
            }
            JsonNode value = operation.path("value").deepCopy();
            switch (op) {
                case "add", "replace" -> put(parent, path, value, op.equals("add"));
                case "remove" -> remove(parent, path);
                default -> throw new IllegalStateException("operation " + op);
            }
        }
    }

    private static void put(JsonNode parent, JsonPointer path, JsonNode value, boolean add) {
        if (parent instanceof ObjectNode object) {
            object.set(path.last().getMatchingProperty(), value);
        } else if (path.last().getMatchingProperty().equals("-")) {
            ((ArrayNode) parent).add(value);
        } else if (add) {
            ((ArrayNode) parent).insert(path.last().getMatchingIndex(), value);
        } else {
            ((ArrayNode) parent).set(path.last().getMatchingIndex(), value);
        }
    }

    private static void remove(JsonNode parent, JsonPointer path) {
        if (parent instanceof ObjectNode object) {
            object.remove(path.last().getMatchingProperty());
        } else {
            ((ArrayNode) parent).remove(path.last().getMatchingIndex());
        }
    }
}
