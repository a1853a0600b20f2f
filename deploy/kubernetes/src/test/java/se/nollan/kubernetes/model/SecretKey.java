package se.nollan.kubernetes.model;

/** A value that stands in a Secret. */
public record SecretKey(String name, String key) {}
