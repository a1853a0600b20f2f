package se.nollan.rules.conformance;

/** A sentence in Swedish and in English. */
public record Text(String sv, String en) {}
