package se.nollan.rules.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Day;

/** A contact in the making. Times are {@code 08:00} on Monday 2026-10-05, or with a date, or with date and offset. */
final class Rung {

    private final Channel channel;
    private final Contact.Kind kind;
    private final long createdAt;
    private @Nullable String from = "caller";
    private Contact.Origin origin = Contact.Origin.PATIENT;
    private Contact.Caller caller = Contact.Caller.PATIENT;
    private long answeredAt = Contact.NONE;
    private long doneAt = Contact.NONE;
    private long[] attempts = Contact.NO_ATTEMPTS;
    private @Nullable LocalDate chosen;

    private Rung(Channel channel, Contact.Kind kind, String createdAt) {
        this.channel = channel;
        this.kind = kind;
        this.createdAt = at(createdAt);
    }

    static Rung callback(String createdAt) {
        return call(Contact.Kind.CALLBACK, createdAt);
    }

    static Rung call(Contact.Kind kind, String createdAt) {
        return new Rung(Channel.PHONE, kind, createdAt);
    }

    static Rung chat(String createdAt) {
        return new Rung(Channel.CHAT, Contact.Kind.QUEUE, createdAt);
    }

    Rung from(@Nullable String number) {
        from = number;
        return this;
    }

    Rung origin(Contact.Origin origin) {
        this.origin = origin;
        return this;
    }

    Rung caller(Contact.Caller caller) {
        this.caller = caller;
        return this;
    }

    Rung answeredAt(String time) {
        answeredAt = at(time);
        return this;
    }

    Rung doneAt(String time) {
        doneAt = at(time);
        return this;
    }

    Rung attempts(String... times) {
        attempts = Arrays.stream(times).mapToLong(Rung::at).toArray();
        return this;
    }

    Rung offeredTodayButChose(String date) {
        chosen = LocalDate.parse(date);
        return this;
    }

    Contact contact() {
        return new Contact(
                new ContactId("p", "s", "id"),
                "line",
                channel,
                kind,
                origin,
                caller,
                from,
                null,
                createdAt,
                answeredAt,
                attempts,
                doneAt,
                chosen != null,
                chosen,
                Contact.NONE,
                null,
                null);
    }

    private static long at(String time) {
        if (time.contains("+")) {
            return OffsetDateTime.parse(time).toInstant().toEpochMilli();
        }
        LocalDateTime local = LocalDateTime.parse(time.contains("T") ? time : "2026-10-05T" + time);
        Instant instant = local.atZone(Day.STOCKHOLM).toInstant();
        return instant.toEpochMilli();
    }
}
