package se.nollan.rules.access;

import java.util.List;

/**
 * Who may act for a provider.
 *
 * @param clients client ids (claim {@code azp})
 * @param groups groups (claim {@code groups})
 */
public record AccessEntry(String provider, long revision, List<String> clients, List<String> groups) {}
