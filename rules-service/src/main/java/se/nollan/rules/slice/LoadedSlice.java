package se.nollan.rules.slice;

import java.util.List;
import se.nollan.rules.measure.Contact;

/** A slice's newest revision, read. */
public record LoadedSlice(SliceKey key, long revision, List<Contact> contacts) {}
