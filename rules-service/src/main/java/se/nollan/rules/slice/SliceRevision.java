package se.nollan.rules.slice;

/** A revision of a slice that a result was evaluated from. */
public record SliceRevision(SliceKey key, long revision) {}
