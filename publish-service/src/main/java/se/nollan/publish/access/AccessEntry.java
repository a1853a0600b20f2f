package se.nollan.publish.access;

import java.util.Set;

/**
 * Who may act for a provider.
 *
 * @param provider organisation number
 * @param revision grows with every change of the entry
 * @param clients client ids
 * @param groups groups of persons
 */
public record AccessEntry(String provider, long revision, Set<String> clients, Set<String> groups) {

    public AccessEntry {
        clients = Set.copyOf(clients);
        groups = Set.copyOf(groups);
    }

    boolean allows(String clientId, Set<String> callersGroups) {
        return clients.contains(clientId) || callersGroups.stream().anyMatch(groups::contains);
    }
}
