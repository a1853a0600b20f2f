package se.nollan.ingest.submission;

import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Outage;
import se.nollan.ingest.body.BodyStream;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.pseudonym.KeyMissing;
import se.nollan.ingest.pseudonym.MonthEnded;
import se.nollan.ingest.report.Report;

/** Why a body of which nothing was taken is refused, as its report says it. */
final class Refusals {

    static final String NO_ROOM =
            "There is no room just now to put the rows of this log in order. Nothing was taken. Send it again in a while,"
                    + " or as shorter periods.";

    private Refusals() {}

    /** Null: something is away, and the report says nothing of it; the submission is taken up again or sent again. */
    static Report.@Nullable Refusal of(Exception stopped) {
        if (stopped instanceof UnreadableBody unreadable) {
            return new Report.Refusal(unreadable.reason().name(), unreadable.detail());
        } else if (stopped instanceof MonthEnded ended) {
            return new Report.Refusal(
                    "MONTH_ENDED",
                    "The key of " + ended.month()
                            + " has been destroyed, so its contacts can no longer be made pseudonymous and the month can no"
                            + " longer be corrected.");
        } else if (stopped instanceof KeyMissing missing) {
            return new Report.Refusal("KEY_MISSING", keyMissing(missing));
        } else if (stopped instanceof SpillSpace.NoRoom) {
            return new Report.Refusal("NO_ROOM", NO_ROOM);
        } else if (stopped instanceof BodyStream.TooLarge) {
            return new Report.Refusal("TOO_LARGE", "The body is larger than the limit. Send shorter periods.");
        } else if (stopped instanceof BodyStream.TooSlow) {
            return new Report.Refusal(
                    "TOO_SLOW",
                    "The body came too slowly. Send it over a faster connection, packed with gzip, or as shorter periods.");
        } else if (stopped instanceof BodyStream.CutOff) {
            return new Report.Refusal("CUT_OFF", "The connection ended before the body did. Send the body again.");
        } else if (stopped instanceof RuntimeException && Outage.of(stopped).isEmpty()) {
            return new Report.Refusal(
                    "FAULT",
                    "A fault of this service, not of the body, stopped it. It is logged; tell the operator the time.");
        }
        return null;
    }

    static String keyMissing(KeyMissing missing) {
        return "The key of " + missing.month() + " is not in its place here, so contacts of that month cannot be made"
                + " pseudonymous. Nothing was taken. Send the body again when the operator has put it back.";
    }
}
