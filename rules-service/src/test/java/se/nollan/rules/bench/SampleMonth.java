package se.nollan.rules.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Register;
import se.nollan.rules.register.RegisterVersion;

/** October 2026 of a fictional region of 60 units with a main number, a menu choice and a chat each, seeded. */
public final class SampleMonth {

    static final int UNITS = 60;
    public static final int CONTACTS = 220_000;

    private static final int DAYS = 31;
    private static final int MINUTE = 60_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final String[] LINES = {"main", "menu", "chat"};

    private final Random random = new Random(20_261_001);

    public static Register register() {
        return registerVersion().register();
    }

    public static RegisterVersion registerVersion() {
        List<Register.Unit> units = new ArrayList<>();
        List<Register.Line> lines = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            String id = unit(unit);
            Register.Period always = Register.Period.ALWAYS;
            units.add(new Register.Unit(id, "23", "p", Register.UnitType.VARDCENTRAL, null, always));
            lines.add(new Register.Line(LINES[0] + unit, id, Register.LineKind.MAIN, false, true, always));
            lines.add(new Register.Line(LINES[1] + unit, id, Register.LineKind.MENU, false, true, always));
            lines.add(new Register.Line(LINES[2] + unit, id, Register.LineKind.CHAT, false, false, always));
        }
        return new RegisterVersion(1, units, lines);
    }

    /** Slice by slice: a line's day after another, as they are stored. */
    public static List<Contact> bySlice() {
        return new SampleMonth().contacts();
    }

    /** In the order in which they came in, all lines among each other, as in a region's log. */
    static List<Contact> byTime() {
        List<Contact> contacts = bySlice();
        contacts.sort(Comparator.comparingLong(Contact::createdAt));
        return contacts;
    }

    private List<Contact> contacts() {
        List<Contact> contacts = new ArrayList<>(CONTACTS);
        int slices = UNITS * DAYS * LINES.length;
        for (int slice = 0; slice < slices; slice++) {
            int upTo = (int) ((long) CONTACTS * (slice + 1) / slices);
            Day day = Day.of(FIRST.plusDays(slice / LINES.length % DAYS));
            String line = LINES[slice % LINES.length] + slice / LINES.length / DAYS;
            while (contacts.size() < upTo) {
                contacts.add(contact(contacts.size(), line, day));
            }
        }
        return contacts;
    }

    private Contact contact(int number, String line, Day day) {
        boolean chat = line.startsWith(LINES[2]);
        long created = day.start() + (7 * 60 + random.nextInt(11 * 60)) * (long) MINUTE + random.nextInt(MINUTE);
        Contact.Kind kind = chat ? Contact.Kind.QUEUE : phoneKind();
        boolean isCase = kind == Contact.Kind.CALLBACK || kind == Contact.Kind.QUEUE;
        boolean answered = isCase && random.nextInt(100) < 85;
        long wait = random.nextInt(100) < 92 ? random.nextInt(300 * MINUTE) : random.nextInt(2880 * MINUTE);
        boolean tried = kind == Contact.Kind.CALLBACK && random.nextInt(10) == 0;
        boolean chose = isCase && random.nextInt(25) == 0;
        return new Contact(
                new ContactId("p", "s", "c" + number),
                line,
                chat ? Channel.CHAT : Channel.PHONE,
                kind,
                Contact.Origin.PATIENT,
                Contact.Caller.PATIENT,
                random.nextInt(50) == 0 ? null : caller(),
                chat ? "problem-" + random.nextInt(4) : null,
                created,
                answered ? created + wait : Contact.NONE,
                tried ? new long[] {created + random.nextInt(200 * MINUTE)} : Contact.NO_ATTEMPTS,
                Contact.NONE,
                chose,
                chose ? day.date().plusDays(1) : null,
                Contact.NONE,
                null,
                null);
    }

    private Contact.Kind phoneKind() {
        int percent = random.nextInt(100);
        if (percent < 70) {
            return Contact.Kind.CALLBACK;
        } else if (percent < 80) {
            return Contact.Kind.QUEUE;
        } else if (percent < 90) {
            return Contact.Kind.FULL;
        }
        return percent < 96 ? Contact.Kind.CLOSED : Contact.Kind.ABORTED;
    }

    /** A unit's callers of a day are some two hundred: one in four contacts or so is a repeated one. */
    private String caller() {
        return String.format("%032x", random.nextInt(200) * 0x9E37_79B9_7F4A_7C15L);
    }

    private static String unit(int number) {
        return String.format("SE2321000214-E%012d", number + 1);
    }
}
