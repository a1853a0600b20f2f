package se.nollan.ingest.slice;

import java.time.LocalDate;
import java.util.UUID;
import se.nollan.base.outbox.Message;

/** What a {@code contacts} message in the outbox is rendered from: the revisions that a submission made of a unit's day. */
record SliceReference(UUID submission, LocalDate day, String unit) {
    static final String TYPE = "contacts";

    private static final int PARTS = 3;

    Message message(long bytes) {
        return Message.byReference("contacts", unit, TYPE, submission + "/" + day + "/" + unit, bytes);
    }

    static SliceReference parse(String text) {
        var parts = text.split("/", PARTS);
        return new SliceReference(UUID.fromString(parts[0]), LocalDate.parse(parts[1]), parts[2]);
    }
}
