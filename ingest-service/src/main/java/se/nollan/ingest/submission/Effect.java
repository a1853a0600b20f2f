package se.nollan.ingest.submission;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a submission would change.
 *
 * @param lineDays days of lines that it speaks of
 * @param changed those among them whose contacts would not be what they are
 * @param contactsBefore contacts that stand on those that would change
 * @param contactsAfter contacts that would stand there
 */
@RegisterForReflection
public record Effect(long lineDays, long changed, long contactsBefore, long contactsAfter) {}
