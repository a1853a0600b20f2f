package se.nollan.rules.slice;

import java.util.List;
import se.nollan.rules.measure.Contact;

/**
 * A slice's newest revision as stored, for who reads and changes nothing.
 *
 * @param hash SHA-256 over its content, as ingest-service made it
 * @param count how many contacts the body holds
 * @param body its contacts, deflated
 */
public record StandingSlice(SliceKey key, long revision, String hash, int count, byte[] body) {

    public List<Contact> contacts() {
        return ContactJson.read(key, body, count);
    }

    /** What it is called by, for who has read it. */
    public StandingSlice withoutBody() {
        return new StandingSlice(key, revision, hash, count, new byte[0]);
    }

    public SliceRevision named() {
        return new SliceRevision(key, revision);
    }
}
