package se.nollan.local.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A contact while it is made up: local times, numbers in E.164. Each method adds one fact. */
final class Contact {
    private final Region.Line line;
    private final LocalDateTime createdAt;
    private final Map<Field, Object> values = new EnumMap<>(Field.class);

    Contact(Region.Line line, String kind, LocalDateTime createdAt) {
        this.line = line;
        this.createdAt = createdAt;
        values.put(Field.LINE, line.key());
        values.put(Field.CHANNEL, line.isChat() ? "chat" : "phone");
        values.put(Field.KIND, kind);
        values.put(Field.CREATED_AT, createdAt);
    }

    Region.Line line() {
        return line;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    Map<Field, Object> values() {
        return Collections.unmodifiableMap(values);
    }

    /** Sets the number or the individual's id; null when withheld or anonymous. */
    Contact by(@Nullable String contact) {
        return put(Field.CONTACT, contact);
    }

    Contact withheld() {
        return by(null);
    }

    Contact origin(String origin) {
        return put(Field.ORIGIN, origin);
    }

    Contact caller(String caller) {
        return put(Field.CALLER, caller);
    }

    Contact problem(String problem) {
        return put(Field.PROBLEM, problem);
    }

    Contact answered(LocalDateTime at) {
        return put(Field.ANSWERED_AT, at);
    }

    Contact attempts(LocalDateTime... at) {
        return put(Field.ATTEMPTS, List.of(at));
    }

    Contact done(LocalDateTime at) {
        return put(Field.DONE_AT, at);
    }

    Contact offeredSameDay(boolean offered) {
        return put(Field.OFFERED_SAME_DAY, offered);
    }

    Contact chose(LocalDate date) {
        return put(Field.CHOSEN_DATE, date);
    }

    Contact cancelled(LocalDateTime at, String by) {
        put(Field.CANCELLED_AT, at);
        return put(Field.CANCELLED_BY, by);
    }

    Contact firstAt(Region.Line first) {
        return put(Field.FIRST_LINE, first.key());
    }

    private Contact put(Field field, @Nullable Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        return this;
    }
}
