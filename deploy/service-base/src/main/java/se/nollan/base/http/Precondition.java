package se.nollan.base.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jspecify.annotations.Nullable;

/** What a change is answered that does not name what it takes the place of (RFC 6585, 3), or names what stands no more (RFC 9110, 15.5.13). */
public final class Precondition {

    private Precondition() {}

    /**
     * Throws the problem that answers a change which does not name what stands.
     *
     * @param ifMatch what the change names; null: nothing
     * @param tag of what stands
     * @param stands whether anything was ever said
     * @param noun what stands, such as "register"
     */
    public static void check(@Nullable String ifMatch, String tag, boolean stands, String noun) {
        if (ifMatch == null && stands) {
            throw missing(noun);
        }
        if (ifMatch != null && !IfMatch.names(ifMatch, tag::equals)) {
            throw failed(noun);
        }
    }

    /** @param noun what stands already, such as "register" */
    public static HttpProblem missing(String noun) {
        return Problems.problem(
                        428,
                        "if-match-missing",
                        "Say which " + noun + " this takes the place of",
                        "One stands already. Read it, and send its ETag in If-Match, so that nobody's change is lost."
                                + " Nothing was changed.")
                .build();
    }

    /** @param noun what has changed since it was read, such as "register" */
    public static HttpProblem failed(String noun) {
        return Problems.problem(
                        412,
                        noun + "-has-changed",
                        "The " + noun + " has changed",
                        "What stands is not what If-Match names. Read it again, and make your change in that."
                                + " Nothing was changed.")
                .build();
    }
}
