package se.nollan.ingest.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Who may act for a provider.
 *
 * @param provider id of the provider
 * @param revision 0 before anything was said, then one more with each change
 * @param clients client ids (claim {@code azp}), sorted
 * @param groups groups (claim {@code groups}), sorted
 */
public record AccessEntry(String provider, long revision, List<String> clients, List<String> groups) {

    private static final int MOST = 100;
    private static final int LONGEST = 255;

    public AccessEntry {
        clients = List.copyOf(new TreeSet<>(clients));
        groups = List.copyOf(new TreeSet<>(groups));
    }

    /** Nobody may act for the provider yet. */
    public static AccessEntry none(String provider) {
        return new AccessEntry(provider, 0, List.of(), List.of());
    }

    /** The next revision, with others who may act. */
    public AccessEntry changed(Collection<String> toClients, Collection<String> toGroups) {
        return new AccessEntry(provider, revision + 1, List.copyOf(toClients), List.copyOf(toGroups));
    }

    /** The next revision, with one client more. */
    public AccessEntry with(String client) {
        var more = new TreeSet<>(clients);
        more.add(client);
        return changed(more, groups);
    }

    /** The next revision, without a client. */
    public AccessEntry without(String client) {
        var fewer = new TreeSet<>(clients);
        fewer.remove(client);
        return changed(fewer, groups);
    }

    /** Whether both name the same clients and groups. */
    public boolean saysTheSameAs(AccessEntry other) {
        return clients.equals(other.clients) && groups.equals(other.groups);
    }

    /** What is wrong with the names, in plain sentences; empty when nothing is. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        fault("clients", clients, faults);
        fault("groups", groups, faults);
        return faults;
    }

    private static void fault(String field, List<String> names, List<String> faults) {
        if (names.size() > MOST) {
            faults.add(field + ": there are " + names.size() + " names; at most " + MOST + " may be.");
        }
        if (names.stream()
                .anyMatch(name -> name.isBlank()
                        || !name.equals(name.strip())
                        || name.length() > LONGEST
                        || name.chars().anyMatch(Character::isISOControl))) {
            faults.add(field + ": a name is empty, has blanks around it or control characters, or is longer than "
                    + LONGEST + " characters. Correct it.");
        }
    }
}
