package se.nollan.rules.measure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One row of a vendor's log: a call, a callback case or a chat case (the contact format, version 1).
 *
 * <p>Times are milliseconds since 1970-01-01T00:00Z, {@link #NONE} where there is none. {@code line} and {@code firstLine} are ids of the
 * register. {@code contact} is the pseudonym of the caller or individual, null when withheld; {@code problem} that of the health problem.
 *
 * @param attempts callbacks made that nobody answered
 * @param doneAt when it was marked as done without a call
 * @param offeredSameDay whether a time the same day was offered
 * @param chosenDate the day that the patient chose
 * @param firstLine where a handed-over chat was first queued
 */
public record Contact(
        ContactId id,
        String line,
        Channel channel,
        Kind kind,
        Origin origin,
        Caller caller,
        @Nullable String contact,
        @Nullable String problem,
        long createdAt,
        long answeredAt,
        long[] attempts,
        long doneAt,
        boolean offeredSameDay,
        @Nullable LocalDate chosenDate,
        long cancelledAt,
        @Nullable Ender cancelledBy,
        @Nullable String firstLine) {

    /** No such time. */
    public static final long NONE = Long.MIN_VALUE;

    /** Of {@link #attempts}: none. */
    public static final long[] NO_ATTEMPTS = {};

    private static final long DAY = 24 * 3_600_000L;

    /** How the contact was taken in. */
    public enum Kind {
        CALLBACK,
        QUEUE,
        FULL,
        CLOSED,
        ABORTED,
        VOICEMAIL,
        VIDEO,
        FORWARDED,
        BOOKED,
        BOT
    }

    /** Who made the contact. */
    public enum Origin {
        PATIENT,
        WEB,
        STAFF
    }

    /** Who is calling (P-X6). */
    public enum Caller {
        PATIENT,
        COLLEAGUE,
        PROVIDER,
        MUNICIPALITY
    }

    /** Who ended the case before it was answered. */
    public enum Ender {
        PATIENT,
        STAFF,
        SYSTEM
    }

    /** Whether the vendor knows no number or individual. */
    boolean withheld() {
        return contact == null;
    }

    boolean earlierThan(Contact other) {
        return createdAt != other.createdAt ? createdAt < other.createdAt : id.compareTo(other.id) < 0;
    }

    /** I-14. */
    boolean startedWithin24Hours() {
        return answeredAt != NONE && answeredAt - createdAt <= DAY;
    }

    /** Patient's choice (PvV): a time the same day was offered and a later day was chosen; it must be shown. */
    boolean patientChoseLaterThan(LocalDate day) {
        return offeredSameDay && chosenDate != null && chosenDate.isAfter(day);
    }
}
