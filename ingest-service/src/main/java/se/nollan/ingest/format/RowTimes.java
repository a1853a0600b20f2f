package se.nollan.ingest.format;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times of one row: none before it came in, none in the future. */
final class RowTimes {
    private static final int MOST_ATTEMPTS = 20;

    private final RowFields rowFields;
    private final Instant now;
    private boolean ambiguous;

    RowTimes(RowFields rowFields, Instant now) {
        this.rowFields = rowFields;
        this.now = now;
    }

    /** Whether one of them is a local time that summer time repeats. */
    boolean ambiguous() {
        return ambiguous;
    }

    /** When the contact came in: within the submission's period. */
    @Nullable Instant createdAt(LocalDate from, LocalDate to) {
        var text = rowFields.required(Field.CREATED_AT);
        if (text == null) {
            return null;
        }
        var at = moment(Field.CREATED_AT, text, Instant.MIN);
        if (at == null) {
            return null;
        }
        var day = TimeText.day(at);
        if (day.isBefore(from) || day.isAfter(to)) {
            rowFields.error(Field.CREATED_AT, FindingCode.OUTSIDE_PERIOD);
        }
        return at;
    }

    @Nullable Instant after(@Nullable Instant createdAt, Field field) {
        var text = rowFields.raw(field);
        return text == null ? null : later(createdAt, field, text);
    }

    List<Instant> attempts(@Nullable Instant createdAt) {
        var text = rowFields.raw(Field.ATTEMPTS);
        if (text == null) {
            return List.of();
        }
        var attempts = new ArrayList<Instant>();
        for (var one : text.split(" ")) {
            if (attempts.size() == MOST_ATTEMPTS) {
                rowFields.error(Field.ATTEMPTS, FindingCode.TOO_MANY_ATTEMPTS);
                return List.of();
            }
            var at = later(createdAt, Field.ATTEMPTS, one);
            if (at == null) {
                return List.of();
            }
            attempts.add(at);
        }
        return attempts;
    }

    private @Nullable Instant later(@Nullable Instant createdAt, Field field, String text) {
        var at = moment(field, text, createdAt == null ? Instant.MIN : createdAt);
        if (at != null && createdAt != null && at.isBefore(createdAt)) {
            rowFields.error(field, FindingCode.BEFORE_CREATED);
        }
        return at;
    }

    private @Nullable Instant moment(Field field, String text, Instant notBefore) {
        var read = TimeText.read(text, notBefore);
        if (read instanceof TimeText.Unreadable unreadable) {
            rowFields.error(field, unreadable.rule());
            return null;
        }
        var moment = (TimeText.Moment) read;
        ambiguous |= moment.ambiguous();
        if (moment.at().isAfter(now)) {
            rowFields.error(field, FindingCode.IN_FUTURE);
        }
        return moment.at();
    }
}
