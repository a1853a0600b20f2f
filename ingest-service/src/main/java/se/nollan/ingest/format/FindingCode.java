package se.nollan.ingest.format;

/**
 * What can be wrong (or worth a warning) with a row, and what its sender should do about it. The names are part of the report
 * and do not change.
 */
public enum FindingCode {
    FIELD_REQUIRED("Give the field a value: id, line, channel, kind and createdAt are required."),
    NOT_A_TIME(
            "Write times as 2026-10-05T08:14:03 (Swedish time) or with an offset, at most three decimals of a second."),
    TIME_SKIPPED("This local time does not exist: summer time skips it. Send the time with its offset."),
    NOT_A_DATE("Write dates as 2026-10-05."),
    NOT_TRUE_OR_FALSE("Write true or false."),
    NOT_A_WORD("Use one of the words that the contact format lists for the field."),
    NOT_TEXT("Send the value as text (attempts: a list of texts; offeredSameDay: true or false)."),
    TOO_LONG("Shorten the value to at most 64 characters."),
    TOO_MANY_ATTEMPTS("Send at most 20 attempts of a contact."),
    BAD_CHARACTER("Remove control characters and broken characters from the value."),
    KIND_NOT_OF_CHANNEL("Use a kind that the channel has."),
    FIELD_NOT_OF_CHANNEL("Leave the field empty: the channel does not have it."),
    CHANNEL_NOT_OF_LINE("Check the line: chat entrances carry chat, all other lines carry phone."),
    CANCELLED_IN_PART("Give both cancelledAt and cancelledBy, or neither."),
    BEFORE_CREATED("Check the times: nothing happens to a contact before it came in."),
    OUTSIDE_PERIOD("Send the row in a submission whose period holds the day of createdAt."),
    IN_FUTURE("Check the clock of the source: the time has not come yet."),
    LINE_NOT_COVERED("Name the line in the submission, or leave the row out."),
    LINE_UNKNOWN("Ask the region to enter the line in the register for that day, or correct the value."),
    LINE_NOT_YOURS("Leave the row out: another provider answers for the line on that day."),
    DUPLICATE_ID("Give each contact an id of its own: an earlier row has this id with another content."),
    PERSONAL_DATA("Use an id that holds no telephone number and no personal identity number."),
    NUMBER_DESTROYED(
            "A spreadsheet has rounded the caller's number: its digits are gone. Export the log again without opening it in one."),
    WRONG_FIELD_COUNT("Give the row as many fields as the header has."),
    UNKNOWN_FIELD("Use only the fields of the contact format."),
    REPEATED_FIELD("Give each field once."),
    NOT_AN_OBJECT("Write one JSON object on each line."),
    TOO_EARLY(
            "Send line, firstLine, contact and problem together with createdAt: before, they are not kept, since they cannot"
                    + " be resolved and made pseudonymous."),
    CALLER_NEEDED("The contact has moved to another day or region: send its caller and problem again with it."),
    ROW_REFUSED("The row contradicts itself, as the profile says ('refuse'). Check it at its source."),

    ROW_REPEATED("The same row stands earlier in the submission; it was counted once."),
    LATER_STANDS(
            "A submission that was received later speaks for this line and day, and stands; the row changes nothing."),
    WITHHELD_WORD("The caller is a word, code or zeros that stand for a withheld number; the contact has no caller."),
    NUMBER_MASKED(
            "Digits of the caller's number are hidden; the contact has no caller. Send whole numbers: they are keyed here."),
    ONE_NUMBER(
            "One number stands in most rows and its calls overlap: it is a switchboard's or a placeholder's, and makes them one caller."),
    ONLY_ANSWERED("No row is without an answer: the export seems to leave out those who were not reached."),
    NOT_A_NUMBER("The caller is not written as a telephone number; it was taken as it stands."),
    CLOCK_CHANGE("A local time stands in the hour that the end of summer time repeats; send times with an offset.");

    private final String advice;

    FindingCode(String advice) {
        this.advice = advice;
    }

    /** What to do, in one plain sentence. */
    public String advice() {
        return advice;
    }
}
