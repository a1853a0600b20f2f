package se.nollan.rules;

import java.util.concurrent.atomic.AtomicLong;

/** Versions of the register over all suites that share a service: each replaces the one before. */
public final class Registers {

    private static final AtomicLong VERSION = new AtomicLong();

    private Registers() {}

    public static Ingest.Register next() {
        return new Ingest.Register(VERSION.incrementAndGet());
    }

    public static long version() {
        return VERSION.get();
    }
}
