package se.nollan.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.ContactCheck;
import se.nollan.ingest.format.CsvReader;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.submission.KeyedContacts;
import se.nollan.local.check.MeasuredContact;
import se.nollan.rules.measure.Contact;

/** A log read, checked and made pseudonymous as ingest-service does it, laid down by unit: the slices that the rules are given. */
final class Slices implements RowSink {

    private static final Limits ANY = new Limits(65_536, Long.MAX_VALUE);

    private final Map<String, List<Contact>> byUnit = new HashMap<>();
    private final ContactCheck check;
    private final KeyedContacts contacts;

    private final boolean repeats;
    private final Set<String> ids = new HashSet<>();

    private Slices(
            KnownLines knownLines,
            DayKeys keys,
            LocalDate first,
            LocalDate last,
            SourceNotation notation,
            boolean repeats) {
        Instant now = Instant.parse("2027-01-01T00:00:00Z");
        check = new ContactCheck(knownLines, first, last, now, Slices::refuse, rowFinding -> {});
        contacts = new KeyedContacts(keys, notation, Slices::refuse, rowFinding -> {});
        this.repeats = repeats;
    }

    /** Contacts by unit. */
    static Map<String, List<Contact>> read(InputStream csv, KnownLines knownLines, DayKeys keys) throws IOException {
        LocalDate last = MonthFile.FIRST.plusDays(MonthFile.DAYS - 1);
        Slices slices = new Slices(knownLines, keys, MonthFile.FIRST, last, SourceNotation.USUAL, false);
        new CsvReader(StandardCharsets.UTF_8, ANY).read(csv, slices);
        return slices.byUnit;
    }

    /** Contacts by unit, of a delivery in a vendor's form: it has rows that are none, and some twice. */
    static Map<String, List<Contact>> readVendors(
            RowReader reader,
            List<Path> files,
            KnownLines knownLines,
            DayKeys keys,
            LocalDate first,
            LocalDate last,
            SourceNotation notation)
            throws IOException {
        Slices slices = new Slices(knownLines, keys, first, last, notation, true);
        try (reader) {
            for (Path file : files) {
                try (InputStream body = Files.newInputStream(file)) {
                    reader.read(body, slices);
                }
            }
            reader.end(slices);
        }
        return slices.byUnit;
    }

    @Override
    public void row(long line, @Nullable String[] values) {
        se.nollan.ingest.format.Contact contact = check.check(line, values);
        if (contact == null) {
            throw new IllegalStateException("Row " + line + " is in error");
        }
        if (repeats && !ids.add(contact.id())) {
            return;
        }
        Pseudonyms.Keyed keyed = contacts.of(contact);
        byUnit.computeIfAbsent(contact.line().unit(), unit -> new ArrayList<>())
                .add(MeasuredContact.of(contact, keyed));
    }

    private static void refuse(RowFinding rowFinding) {
        throw new IllegalStateException("In error: " + rowFinding.rule());
    }

    @Override
    public void skipped(long line, String because) {
        if (!repeats) {
            throw new IllegalStateException("Row " + line + " was skipped");
        }
    }

    @Override
    public void broken(RowFinding rowFinding) {
        refuse(rowFinding);
    }
}
