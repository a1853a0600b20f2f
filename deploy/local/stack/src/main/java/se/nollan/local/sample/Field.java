package se.nollan.local.sample;

/** The fields of the contact format, version 1, in the order of a file's columns. */
enum Field {
    ID("id"),
    LINE("line"),
    CHANNEL("channel"),
    KIND("kind"),
    ORIGIN("origin"),
    CALLER("caller"),
    CONTACT("contact"),
    PROBLEM("problem"),
    CREATED_AT("createdAt"),
    ANSWERED_AT("answeredAt"),
    ATTEMPTS("attempts"),
    DONE_AT("doneAt"),
    OFFERED_SAME_DAY("offeredSameDay"),
    CHOSEN_DATE("chosenDate"),
    CANCELLED_AT("cancelledAt"),
    CANCELLED_BY("cancelledBy"),
    FIRST_LINE("firstLine");

    final String column;

    Field(String column) {
        this.column = column;
    }
}
