package se.nollan.rules.followup;

import java.time.Instant;

/**
 * A version of a region's own rules. All versions stand.
 *
 * @param changedBy the client that the token was issued to
 */
public record OwnRulesVersion(String region, long version, OwnRules rules, Instant changedAt, String changedBy) {}
