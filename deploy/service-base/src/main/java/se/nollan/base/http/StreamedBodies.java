package se.nollan.base.http;

/** Bodies that a service reads as they come, and so lets be large. */
public interface StreamedBodies {

    /** Whether what is sent to the path is one. */
    boolean at(String path);

    /** The most bytes of one; the reader counts what does not say its length. */
    long limit();

    /** Whether who reads one sees to it that its sender is not too slow; else it is as any document. */
    default boolean mindsItsTime() {
        return false;
    }
}
