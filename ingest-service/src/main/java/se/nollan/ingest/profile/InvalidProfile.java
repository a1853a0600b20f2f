package se.nollan.ingest.profile;

import java.util.List;

/** A profile that cannot be used; the message names the file and everything that is wrong with it. */
public final class InvalidProfile extends RuntimeException {
    public InvalidProfile(String file, List<String> problems) {
        super("The profile " + file + " cannot be used:\n  - " + String.join("\n  - ", problems));
    }
}
