package se.nollan.publish.register;

/** Who answers for units; {@code id} is its organisation number. */
public record Provider(String id, String name, Form form, Period period) {}
