package se.nollan.ingest.register;

/** A value that is one of a few words. */
interface Word {

    /** As it is written in documents and messages. */
    String word();
}
