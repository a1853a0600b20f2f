package se.nollan.kubernetes.network;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who may open a connection, or be connected to: a pod, or an address outside the cluster.
 *
 * @param namespace the pod's namespace, {@code null} for an address
 * @param address the address, {@code null} for a pod
 */
record Party(
        String name,
        @Nullable String namespace,
        Map<String, String> labels,
        @Nullable String address) {

    static Party pod(String name, String namespace, Map<String, String> labels) {
        return new Party(name, namespace, labels, null);
    }

    static Party address(String name, String address) {
        return new Party(name, null, Map.of(), address);
    }

    boolean isPod() {
        return namespace != null;
    }
}
