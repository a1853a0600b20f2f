package se.nollan.rules.slice;

import se.nollan.rules.queue.UnitDay;

/**
 * A slice's newest revision as stored, and the unit-day that it was loaded for.
 *
 * @param current false: it touched this unit-day until now and does not any more
 * @param body its contacts, deflated; empty unless current
 */
public record TouchedSlice(
        UnitDay touched, long id, SliceKey key, long revision, boolean current, int contacts, byte[] body) {

    public LoadedSlice read() {
        return new LoadedSlice(key, revision, ContactJson.read(key, body, contacts));
    }

    public SliceRevision named() {
        return new SliceRevision(key, revision);
    }
}
