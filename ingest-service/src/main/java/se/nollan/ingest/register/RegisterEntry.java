package se.nollan.ingest.register;

/** What the register's entries have in common: an id that may stand more than once, with periods that do not overlap. */
public sealed interface RegisterEntry permits Provider, Unit, Line {

    String id();

    /** The days on which the entry holds. */
    Period period();
}
