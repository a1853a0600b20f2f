package se.nollan.kubernetes.network;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a set of network policies lets through, as Kubernetes defines it: a pod that no policy selects is open; one that a policy selects takes
 * only what some policy allows; a connection needs leave at both ends.
 */
final class Corridor {

    private final List<NetworkPolicy> policies;

    Corridor(List<NetworkPolicy> policies) {
        this.policies = policies;
    }

    /** @param protocol {@code TCP} or {@code UDP} */
    boolean open(Party from, Party to, String protocol, int port) {
        return mayLeave(from, to, protocol, port) && mayEnter(from, to, protocol, port);
    }

    private boolean mayLeave(Party from, Party to, String protocol, int port) {
        var selecting = selecting(from, "Egress");
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(it -> it.getSpec().getEgress().stream())
                        .anyMatch(rule -> anyPeer(rule.getTo(), to) && anyPort(rule.getPorts(), protocol, port));
    }

    private boolean mayEnter(Party from, Party to, String protocol, int port) {
        var selecting = selecting(to, "Ingress");
        return selecting.isEmpty()
                || selecting.stream()
                        .flatMap(it -> it.getSpec().getIngress().stream())
                        .anyMatch(rule -> anyPeer(rule.getFrom(), from) && anyPort(rule.getPorts(), protocol, port));
    }

    private List<NetworkPolicy> selecting(Party party, String type) {
        return policies.stream()
                .filter(it -> it.getSpec().getPolicyTypes().contains(type))
                .filter(it -> it.getMetadata().getNamespace().equals(party.namespace()))
                .filter(it -> matches(it.getSpec().getPodSelector(), party.labels()))
                .toList();
    }

    /** All policies are in one namespace; a peer without a namespace selector is in that one. */
    private boolean anyPeer(List<NetworkPolicyPeer> peers, Party party) {
        return peers.isEmpty() || peers.stream().anyMatch(peer -> isPeer(peer, party));
    }

    private boolean isPeer(NetworkPolicyPeer peer, Party party) {
        if (peer.getIpBlock() != null) {
            if (!peer.getIpBlock().getCidr().endsWith("/32")) {
                throw new IllegalStateException("only single addresses are used here");
            }
            return peer.getIpBlock().getCidr().equals(party.address() + "/32");
        }
        if (!party.isPod()) {
            return false;
        }
        boolean inNamespace = peer.getNamespaceSelector() == null
                ? policies.get(0).getMetadata().getNamespace().equals(party.namespace())
                : matches(peer.getNamespaceSelector(), Map.of("kubernetes.io/metadata.name", party.namespace()));
        return inNamespace && (peer.getPodSelector() == null || matches(peer.getPodSelector(), party.labels()));
    }

    private static boolean anyPort(List<NetworkPolicyPort> ports, String protocol, int port) {
        return ports.isEmpty()
                || ports.stream()
                        .anyMatch(it -> protocol.equals(it.getProtocol() == null ? "TCP" : it.getProtocol())
                                && (it.getPort() == null || it.getPort().getIntVal() == port));
    }

    private static boolean matches(@Nullable LabelSelector selector, Map<String, String> labels) {
        if (selector == null) {
            return true;
        }
        Map<String, String> all = selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
        return labels.entrySet().containsAll(all.entrySet())
                && selector.getMatchExpressions().stream().allMatch(it -> matches(it, labels));
    }

    private static boolean matches(LabelSelectorRequirement requirement, Map<String, String> labels) {
        if (!requirement.getOperator().equals("Exists")) {
            throw new IllegalStateException("operator " + requirement.getOperator() + " is not used here");
        }
        return labels.containsKey(requirement.getKey());
    }
}
