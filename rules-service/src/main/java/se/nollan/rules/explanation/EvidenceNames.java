package se.nollan.rules.explanation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import se.nollan.rules.measure.ContactId;

/**
 * What contacts are called in a question, where an id stands alone: their own ids, unless two sources use the same. Then all are numbered,
 * in the order of their ids, because that order decides between contacts of the same moment (P-U6).
 */
final class EvidenceNames {

    private final Map<ContactId, String> names = new LinkedHashMap<>();
    private final boolean numbered;

    EvidenceNames(Collection<ContactId> contacts) {
        Set<String> ids = new HashSet<>();
        contacts.forEach(contact -> ids.add(contact.id()));
        numbered = ids.size() < contacts.size();
        int digits = String.valueOf(contacts.size()).length();
        for (ContactId contact : new TreeSet<>(contacts)) {
            names.put(contact, numbered ? number(names.size() + 1, digits) : contact.id());
        }
    }

    private static String number(int number, int digits) {
        return "0".repeat(digits - String.valueOf(number).length()) + number;
    }

    String of(ContactId contact) {
        String name = names.get(contact);
        if (name == null) {
            throw new IllegalStateException("A contact was merged into one that is not here");
        }
        return name;
    }

    /** Who the numbers are; empty when contacts have their own ids. */
    Map<String, ContactId> numbers() {
        Map<String, ContactId> numbers = new LinkedHashMap<>();
        if (numbered) {
            names.forEach((contact, name) -> numbers.put(name, contact));
        }
        return numbers;
    }

    /** All, in the order of their ids. */
    List<ContactId> contacts() {
        return List.copyOf(names.keySet());
    }
}
