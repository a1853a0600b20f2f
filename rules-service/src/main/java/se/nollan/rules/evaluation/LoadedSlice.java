package se.nollan.rules.evaluation;

import java.util.List;
import se.nollan.rules.contacts.SliceKey;
import se.nollan.rules.measure.Contact;

/** A slice's newest revision, read. */
record LoadedSlice(SliceKey key, long revision, List<Contact> contacts) {}
