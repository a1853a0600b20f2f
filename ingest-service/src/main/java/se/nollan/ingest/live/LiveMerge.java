package se.nollan.ingest.live;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.ContactCheck;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.submission.ContactContent;
import se.nollan.ingest.submission.KeyedContacts;

/**
 * Puts together what is said of a contact. What a row says holds over what was said before; what it does not say changes nothing, so that
 * rows may come in any order and more than once. Attempts are gathered.
 */
final class LiveMerge {
    private static final List<Field> FREE = List.of(Field.LINE, Field.FIRST_LINE, Field.CONTACT, Field.PROBLEM);

    private final ContactCheck check;
    private final KeyedContacts contacts;
    private final Pseudonyms pseudonyms;
    private final boolean hashedId;
    private final LocalDate today;
    private final List<RowFinding> found = new ArrayList<>();
    private boolean warned;

    /**
     * @param from first day that is taken, and {@code to} the last
     * @param now no time may lie after it
     */
    LiveMerge(
            KnownLines knownLines,
            LocalDate from,
            LocalDate to,
            Instant now,
            DayKeys keys,
            SourceNotation source,
            Consumer<RowFinding> warnings) {
        Consumer<RowFinding> warn = warning -> {
            warned = true;
            warnings.accept(warning);
        };
        this.check = new ContactCheck(knownLines, from, to, now, found::add, warn);
        this.contacts = new KeyedContacts(keys, source, found::add, warn);
        this.pseudonyms = new Pseudonyms(keys, source);
        this.hashedId = source.hashedId();
        this.today = to;
    }

    /** What is wrong with a row. */
    static final class Wrong extends RuntimeException {
        private final List<RowFinding> findings;

        Wrong(List<RowFinding> findings) {
            super(null, null, false, false);
            this.findings = List.copyOf(findings);
        }

        List<RowFinding> findings() {
            return findings;
        }
    }

    /** The id by which a row's contact is known. */
    String id(long row, @Nullable String[] values) {
        var id = values[Field.ID.ordinal()];
        refuse(row, values, finding -> finding.field() == Field.ID);
        if (id == null) {
            throw wrong(row, Field.ID, FindingCode.FIELD_REQUIRED);
        }
        if (!hashedId) {
            if (pseudonyms.of(false, "", today, id, null, null) instanceof Pseudonyms.IdGivesAway) {
                throw wrong(row, Field.ID, FindingCode.PERSONAL_DATA);
            }
            return id;
        }
        // It is keyed by the contact's day.
        return keyed(checked(row, values)).id();
    }

    /**
     * What is known after a row.
     *
     * @param before null: nothing was known
     * @throws Wrong when the row, with what was known, breaks a rule; what was known stands
     */
    LiveContact of(long row, String id, @Nullable String[] values, @Nullable LiveContact before) {
        var said = merged(values, before == null ? Map.of() : before.said());
        said.put(Field.ID.label(), id);
        var revision = before == null ? 0 : before.revision();
        for (var required : Field.REQUIRED) {
            if (!said.containsKey(required.label())) {
                refuseEarly(row, said, values);
                return new LiveContact(id, said, revision, null);
            }
        }
        warned = false;
        var contact = checked(row, row(said, values));
        var keyed = keyed(contact);
        var placed = before == null ? null : before.placed();
        var stays = placed == null
                || placed.day().equals(contact.day())
                        && placed.region().equals(contact.line().region());
        var caller = known(row, Field.CONTACT, keyed.contact(), values, said, stays);
        var problem = known(row, Field.PROBLEM, keyed.problem(), values, said, stays);
        put(said, Field.CONTACT, caller);
        put(said, Field.PROBLEM, problem);
        var first = contact.firstLine();
        return new LiveContact(
                id,
                said,
                revision,
                new LiveContact.Placed(
                        contact.line().id(),
                        contact.day(),
                        contact.line().unit(),
                        contact.line().region(),
                        first == null ? null : first.id(),
                        first == null ? null : first.unit(),
                        warned,
                        ContactContent.of(contact, new Pseudonyms.Keyed(id, caller, problem, null))));
    }

    private static TreeMap<String, String> merged(@Nullable String[] values, Map<String, String> before) {
        var said = new TreeMap<>(before);
        for (var field : Field.values()) {
            var value = values[field.ordinal()];
            if (value == null || field == Field.CONTACT || field == Field.PROBLEM) {
                continue;
            }
            var known = before.get(field.label());
            said.put(field.label(), field == Field.ATTEMPTS && known != null ? together(known, value) : value);
        }
        return said;
    }

    private static String together(String known, String more) {
        var attempts = new LinkedHashSet<>(List.of(known.split(" ")));
        attempts.addAll(List.of(more.split(" ")));
        return String.join(" ", attempts);
    }

    /** All that was said as a row, but caller and problem only as this row says them. */
    private static @Nullable String[] row(Map<String, String> said, @Nullable String[] values) {
        @Nullable String[] row = new @Nullable String[Field.COUNT];
        for (var field : Field.values()) {
            var now = field == Field.CONTACT || field == Field.PROBLEM;
            row[field.ordinal()] = now ? values[field.ordinal()] : said.get(field.label());
        }
        return row;
    }

    private Contact checked(long row, @Nullable String[] values) {
        found.clear();
        var contact = check.check(row, values);
        if (contact == null) {
            throw new Wrong(found);
        }
        return contact;
    }

    private Pseudonyms.Keyed keyed(Contact contact) {
        found.clear();
        var keyed = contacts.of(contact);
        if (keyed == null) {
            throw new Wrong(found);
        }
        return keyed;
    }

    /** A pseudonym is good for its day and region alone. */
    private static @Nullable String known(
            long row,
            Field field,
            @Nullable String now,
            @Nullable String[] values,
            Map<String, String> said,
            boolean stays) {
        var before = said.get(field.label());
        if (now != null || before == null || values[field.ordinal()] != null) {
            return now;
        }
        if (!stays) {
            throw wrong(row, field, FindingCode.CALLER_NEEDED);
        }
        return before;
    }

    /**
     * What is kept of a contact of which too little is known holds nobody's number: words and times that are right, and no free text, which only
     * the register or a key of its day could make harmless.
     */
    private void refuseEarly(long row, Map<String, String> said, @Nullable String[] values) {
        for (var field : FREE) {
            if (values[field.ordinal()] != null) {
                throw wrong(row, field, FindingCode.TOO_EARLY);
            }
        }
        refuse(row, row(said, values), finding -> finding.rule() != FindingCode.FIELD_REQUIRED);
    }

    private void refuse(long row, @Nullable String[] values, Predicate<RowFinding> which) {
        found.clear();
        check.check(row, values);
        var wrong = found.stream().filter(which).toList();
        if (!wrong.isEmpty()) {
            throw new Wrong(wrong);
        }
    }

    private static void put(Map<String, String> said, Field field, @Nullable String value) {
        if (value == null) {
            said.remove(field.label());
        } else {
            said.put(field.label(), value);
        }
    }

    private static Wrong wrong(long row, Field field, FindingCode code) {
        return new Wrong(List.of(new RowFinding(row, field, code, null)));
    }
}
