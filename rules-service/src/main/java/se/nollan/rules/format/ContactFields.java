package se.nollan.rules.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.rules.json.Fields;
import se.nollan.rules.json.Words;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Contact.Caller;
import se.nollan.rules.measure.Contact.Ender;
import se.nollan.rules.measure.Contact.Kind;
import se.nollan.rules.measure.Contact.Origin;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Register;

/** Reads contacts in the contact format, version 1, and tells what is wrong with them, by the same rules as intake. */
public final class ContactFields {

    private static final Set<String> KNOWN = Set.of(
            "id",
            "line",
            "channel",
            "kind",
            "origin",
            "caller",
            "contact",
            "problem",
            "createdAt",
            "answeredAt",
            "attempts",
            "doneAt",
            "offeredSameDay",
            "chosenDate",
            "cancelledAt",
            "cancelledBy",
            "firstLine");
    private static final List<String> PHONE_ONLY = List.of("caller", "attempts", "doneAt");
    private static final List<String> CHAT_ONLY = List.of("problem", "firstLine");
    private static final Set<Kind> CHAT_KINDS = EnumSet.of(Kind.QUEUE, Kind.BOOKED, Kind.BOT);
    private static final Set<Kind> PHONE_KINDS = EnumSet.complementOf(EnumSet.of(Kind.BOOKED, Kind.BOT));
    private static final int LONGEST = 64;
    private static final int MOST_ATTEMPTS = 20;
    private static final String TIME =
            "This must be a time: RFC 3339 with an offset, or local Swedish time that exists,"
                    + " as 2026-10-05T08:14:03, to the millisecond.";

    private static final Words<Channel> CHANNELS = Words.of(Channel.class, Channel::word);
    private static final Words<Kind> KINDS = Words.of(Kind.class);
    private static final Words<Origin> ORIGINS = Words.of(Origin.class);
    private static final Words<Caller> CALLERS = Words.of(Caller.class);
    private static final Words<Ender> ENDERS = Words.of(Ender.class);

    private final Register register;
    private final Set<String> ids = new HashSet<>();

    public ContactFields(Register register) {
        this.register = register;
    }

    public Contact read(Fields fields) {
        fields.only(KNOWN);
        String id = fields.requiredText("id", LONGEST);
        if (!id.isEmpty() && !ids.add(id)) {
            fields.fault("id", "This id stands twice; an id is unique.");
        }
        Channel channel = fields.requiredWord("channel", CHANNELS, Channel.PHONE);
        Kind kind = fields.requiredWord("kind", KINDS, Kind.QUEUE);
        ofChannel(fields, channel, kind);
        long createdAt = fields.required("createdAt") ? time(fields, "createdAt", Contact.NONE) : Contact.NONE;
        if (createdAt != Contact.NONE
                && !Parameters.isKnown(
                        YearMonth.from(Instant.ofEpochMilli(createdAt).atOffset(ZoneOffset.UTC)))) {
            fields.fault(
                    "createdAt",
                    "Calendars reach from " + Parameters.FIRST_MONTH + " to " + Parameters.LAST_MONTH + ".");
            createdAt = Contact.NONE;
        }
        long cancelledAt = time(fields, "cancelledAt", createdAt);
        Ender cancelledBy = fields.<@Nullable Ender>word("cancelledBy", ENDERS, null);
        if ((fields.value("cancelledAt") == null) != (fields.value("cancelledBy") == null)) {
            fields.fault("cancelledAt", "cancelledAt and cancelledBy stand both or neither.");
        }
        String line = fields.requiredText("line", LONGEST);
        String firstLine = fields.text("firstLine", LONGEST);
        if (createdAt != Contact.NONE) {
            checkLine(fields, "line", line, channel, createdAt);
            checkLine(fields, "firstLine", firstLine, channel, createdAt);
        }
        return new Contact(
                new ContactId("-", "-", id),
                line,
                channel,
                kind,
                fields.word("origin", ORIGINS, Origin.PATIENT),
                fields.word("caller", CALLERS, Caller.PATIENT),
                fields.text("contact", LONGEST),
                trimmed(fields.text("problem", LONGEST)),
                createdAt,
                time(fields, "answeredAt", createdAt),
                attempts(fields, createdAt),
                time(fields, "doneAt", createdAt),
                fields.truth("offeredSameDay", false),
                fields.date("chosenDate"),
                cancelledAt,
                cancelledBy,
                firstLine);
    }

    private static void ofChannel(Fields fields, Channel channel, Kind kind) {
        boolean chat = channel == Channel.CHAT;
        if (!(chat ? CHAT_KINDS : PHONE_KINDS).contains(kind)) {
            fields.fault("kind", "The channel " + channel.word() + " has no such kind.");
        }
        for (String name : chat ? PHONE_ONLY : CHAT_ONLY) {
            if (fields.value(name) != null) {
                fields.fault(name, "The channel " + channel.word() + " has no such field.");
            }
        }
    }

    private void checkLine(Fields fields, String name, @Nullable String id, Channel channel, long createdAt) {
        if (id == null || id.isEmpty()) {
            return;
        }
        LocalDate day = Day.of(createdAt).date();
        Register.Line line = register.line(id, day);
        if (line == null) {
            fields.fault(name, "The register has no such line in force on " + day + ".");
        } else if ((line.kind() == Register.LineKind.CHAT) != (channel == Channel.CHAT)) {
            fields.fault(name, "The line does not carry the channel " + channel.word() + ".");
        }
    }

    private static long time(Fields fields, String name, long createdAt) {
        JsonNode value = fields.value(name);
        return value == null ? Contact.NONE : time(fields, name, value, createdAt);
    }

    private static long time(Fields fields, String name, JsonNode value, long createdAt) {
        try {
            long time = FormatTime.millis(value.isTextual() ? value.textValue() : "", createdAt);
            if (time < createdAt) {
                fields.fault(name, "This lies before createdAt.");
            }
            return time;
        } catch (DateTimeException notATime) {
            fields.fault(name, TIME);
            return Contact.NONE;
        }
    }

    private static long[] attempts(Fields fields, long createdAt) {
        JsonNode value = fields.value("attempts");
        if (value == null) {
            return Contact.NO_ATTEMPTS;
        }
        if (!value.isArray() || value.size() > MOST_ATTEMPTS) {
            fields.fault("attempts", "This must be a list of at most " + MOST_ATTEMPTS + " times.");
            return Contact.NO_ATTEMPTS;
        }
        long[] attempts = new long[value.size()];
        Arrays.setAll(attempts, i -> time(fields, "attempts/" + i, value.get(i), createdAt));
        return attempts;
    }

    /** Problems are compared as trimmed text (C-U1); one that is all blanks states none. */
    private static @Nullable String trimmed(@Nullable String problem) {
        return problem == null || problem.isBlank() ? null : problem.strip();
    }
}
