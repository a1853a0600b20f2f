package se.nollan.publish.submissions;

import java.util.List;

/**
 * How far rules-service has worked through what decides a month's results beside the contacts: register, rules and calendar.
 *
 * @param registerVersion the newest version of the register that it evaluates by; −1: it has told nothing yet
 * @param atWork what of the month it evaluates again now
 */
public record WorkedThrough(long registerVersion, List<ReEvaluation> atWork) {

    static final WorkedThrough UNKNOWN = new WorkedThrough(-1, List.of());

    /** @param newestRegister the newest version of the register here */
    public boolean everything(long newestRegister) {
        return atWork.isEmpty() && registerVersion >= newestRegister;
    }
}
