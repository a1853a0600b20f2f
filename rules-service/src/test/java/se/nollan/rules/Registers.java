package se.nollan.rules;

import java.util.concurrent.atomic.AtomicLong;

/** Versions of the register over all suites that share a service: each replaces the one before. */
final class Registers {

    private static final AtomicLong VERSION = new AtomicLong();

    private Registers() {}

    static Ingest.Register next() {
        return new Ingest.Register(VERSION.incrementAndGet());
    }

    static long version() {
        return VERSION.get();
    }
}
