package se.nollan.ingest.retention;

import java.time.LocalDate;
import java.time.Period;

/**
 * How long things are kept.
 *
 * @param contacts the contacts of a day, in every revision
 * @param reports the single rows in a submission's report
 * @param parked messages that can never be sent
 * @param deadLetters messages that a service could not take
 */
record RetentionTimes(Period contacts, Period reports, Period parked, Period deadLetters) {

    /** The first day, in Europe/Stockholm, whose contacts are kept. */
    LocalDate contactsFrom(LocalDate today) {
        return today.minus(contacts);
    }

    /**
     * What can be corrected must be there.
     *
     * @throws IllegalStateException if contacts would be dropped while they can still be corrected
     */
    void checkCovers(Period correctionWindow, LocalDate today) {
        if (today.minus(correctionWindow).isBefore(contactsFrom(today))) {
            throw new IllegalStateException(
                    "NOLLAN_CORRECTION_WINDOW (" + correctionWindow
                            + ") is longer than NOLLAN_RETENTION (" + contacts
                            + "): contacts would be dropped while they can still be corrected. Set a retention that is at least as long.");
        }
    }
}
