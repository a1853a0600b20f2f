package se.nollan.rules.measure;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Contacts of every kind on a few lines, days and callers, so that they meet in groups. Same seed, same contacts. The days hold both
 * changes of the clock, eves, holidays and a turn of the year; the times crowd at midnight, 08.00 and 17.00.
 */
public final class RandomContacts {

    private static final LocalDate MOVE = LocalDate.of(2026, 10, 5);

    /** A unit with a branch, another provider's, one that becomes a branch, 1177, another level of care, one without callback. */
    public static final List<Register.Unit> UNITS = List.of(
            unit("unit-1", Register.UnitType.VARDCENTRAL, null, null, null),
            unit("unit-1-branch", Register.UnitType.REHAB, "unit-1", null, null),
            unit("unit-2", Register.UnitType.FORSTA_LINJEN, null, null, null),
            unit("unit-3", Register.UnitType.JOURCENTRAL, null, null, MOVE.minusDays(1)),
            unit("unit-3", Register.UnitType.JOURCENTRAL, "unit-2", MOVE, null),
            unit("1177", Register.UnitType.SJUKVARDSRADGIVNING_1177, null, null, null),
            unit("hospital", Register.UnitType.ANNAN_VARDNIVA, null, null, null),
            unit("hospital-branch", Register.UnitType.VARDCENTRAL, "hospital", null, null));

    /** Lines of every sort; one that moves to another unit, one that ends. */
    public static final List<Register.Line> LINES = List.of(
            line("main", "unit-1", Register.LineKind.MAIN, false, true),
            line("menu", "unit-1", Register.LineKind.MENU, false, true),
            line("direct", "unit-1", Register.LineKind.DIRECT, true, true),
            line("loose", "unit-1", Register.LineKind.DIRECT, false, true),
            line("branch", "unit-1-branch", Register.LineKind.MAIN, false, true),
            line("manual", "unit-2", Register.LineKind.MAIN, false, false),
            line("second", "unit-2", Register.LineKind.MAIN, false, true),
            line("third", "unit-3", Register.LineKind.MAIN, false, true),
            line("1177", "1177", Register.LineKind.MAIN, false, true),
            line("hospital", "hospital", Register.LineKind.MAIN, false, true),
            line("hospital-branch", "hospital-branch", Register.LineKind.MAIN, false, true),
            line("moves", "unit-1", null, MOVE.minusDays(1)),
            line("moves", "unit-2", MOVE, null),
            line("ends", "unit-1", null, MOVE),
            line("chat", "unit-1", Register.LineKind.CHAT, false, false),
            line("branch-chat", "unit-1-branch", Register.LineKind.CHAT, false, false),
            line("second-chat", "unit-2", Register.LineKind.CHAT, false, false),
            line("hospital-chat", "hospital", Register.LineKind.CHAT, false, false));

    public static final Register REGISTER = new Register(UNITS, LINES);

    private static final String[] PHONES = ids(line -> line.kind() != Register.LineKind.CHAT);
    private static final String[] CHATS = ids(line -> line.kind() == Register.LineKind.CHAT);
    private static final Contact.Kind[] CHAT_KINDS = {
        Contact.Kind.QUEUE, Contact.Kind.QUEUE, Contact.Kind.QUEUE, Contact.Kind.BOOKED, Contact.Kind.BOT
    };
    private static final Contact.Kind[] PHONE_KINDS = {
        Contact.Kind.CALLBACK,
        Contact.Kind.CALLBACK,
        Contact.Kind.CALLBACK,
        Contact.Kind.QUEUE,
        Contact.Kind.FULL,
        Contact.Kind.FULL,
        Contact.Kind.CLOSED,
        Contact.Kind.CLOSED,
        Contact.Kind.ABORTED,
        Contact.Kind.VOICEMAIL,
        Contact.Kind.VIDEO,
        Contact.Kind.FORWARDED
    };
    private static final LocalDate[] DAYS = Stream.of(
                    "2026-03-29",
                    "2026-06-18",
                    "2026-06-19",
                    "2026-10-01",
                    "2026-10-02",
                    "2026-10-04",
                    "2026-10-05",
                    "2026-10-06",
                    "2026-10-25",
                    "2026-12-23",
                    "2026-12-24",
                    "2026-12-31",
                    "2027-01-01",
                    "2027-01-04")
            .map(LocalDate::parse)
            .toArray(LocalDate[]::new);
    private static final LocalTime[] EDGES = {
        LocalTime.MIDNIGHT, LocalTime.of(2, 30), LocalTime.of(8, 0), LocalTime.of(17, 0), LocalTime.of(23, 59, 59)
    };
    private static final int MINUTE = 60_000;

    private final Random random;
    private final int callers;

    private RandomContacts(long seed, int count) {
        this.random = new Random(seed);
        this.callers = Math.max(2, count / (DAYS.length * 12));
    }

    /** @return contacts with ids of their own */
    public static List<Contact> of(long seed, int count) {
        RandomContacts contacts = new RandomContacts(seed, count);
        List<Contact> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(contacts.next(i));
        }
        return made;
    }

    private Contact next(int number) {
        boolean chat = random.nextInt(4) == 0;
        LocalDate day = one(DAYS);
        long created = created(Day.of(day));
        long answered = random.nextBoolean() ? after(created) : Contact.NONE;
        boolean cancelled = random.nextInt(answered == Contact.NONE ? 4 : 12) == 0;
        return new Contact(
                new ContactId("p", "s", Long.toString(number * 7_919L % 1_000_003) + "-" + number),
                chat ? one(CHATS) : one(PHONES),
                chat ? Channel.CHAT : Channel.PHONE,
                chat ? one(CHAT_KINDS) : one(PHONE_KINDS),
                random.nextInt(8) == 0 ? one(Contact.Origin.values()) : Contact.Origin.PATIENT,
                random.nextInt(12) == 0 ? one(Contact.Caller.values()) : Contact.Caller.PATIENT,
                random.nextInt(8) == 0 ? null : "caller-" + random.nextInt(callers),
                chat && random.nextBoolean() ? problem() : null,
                created,
                answered,
                attempts(created),
                !chat && random.nextInt(5) == 0 ? after(created) : Contact.NONE,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0 ? day.plusDays(random.nextInt(3)) : null,
                cancelled ? after(created) : Contact.NONE,
                cancelled ? one(Contact.Ender.values()) : null,
                chat && random.nextInt(4) == 0 ? one(CHATS) : null);
    }

    /** Now and then exactly at, or a millisecond beside, a time that a rule speaks of; whole minutes, so that some come at once. */
    private long created(Day day) {
        if (random.nextInt(4) == 0) {
            long at = day.at(one(EDGES)) + random.nextInt(3) - 1;
            return Math.max(day.start(), Math.min(at, day.end() - 1));
        }
        return day.start() + (long) random.nextInt((int) ((day.end() - day.start()) / MINUTE)) * MINUTE;
    }

    private long after(long created) {
        return switch (random.nextInt(8)) {
            case 0 -> Day.of(created).end() + random.nextInt(3) - 1;
            case 1 -> created;
            case 3 -> created + 24 * 60 * MINUTE + random.nextInt(3) - 1;
            case 2 -> created + random.nextInt(48 * 60) * (long) MINUTE;
            default -> created + random.nextInt(8 * 60) * (long) MINUTE;
        };
    }

    private long[] attempts(long created) {
        long[] attempts = new long[random.nextInt(3) == 0 ? random.nextInt(5) : 0];
        Arrays.setAll(attempts, i -> after(created));
        return attempts;
    }

    private String problem() {
        String problem = "problem-" + random.nextInt(2);
        return switch (random.nextInt(5)) {
            case 0 -> " " + problem;
            case 1 -> problem + "  ";
            case 2 -> " ";
            default -> problem;
        };
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }

    private static String[] ids(Predicate<Register.Line> which) {
        return Stream.concat(LINES.stream().filter(which).map(Register.Line::id), Stream.of("nobodys"))
                .distinct()
                .toArray(String[]::new);
    }

    private static Register.Unit unit(
            String id,
            Register.UnitType type,
            @Nullable String parent,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        return new Register.Unit(id, "23", "p", type, parent, new Register.Period(from, to));
    }

    private static Register.Line line(
            String id, String unit, Register.LineKind kind, boolean underMain, boolean automatic) {
        return new Register.Line(id, unit, kind, underMain, automatic, Register.Period.ALWAYS);
    }

    private static Register.Line line(String id, String unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Register.Line(id, unit, Register.LineKind.MENU, false, true, new Register.Period(from, to));
    }
}
