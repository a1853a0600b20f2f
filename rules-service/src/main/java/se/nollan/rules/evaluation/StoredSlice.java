package se.nollan.rules.evaluation;

import se.nollan.rules.contacts.ContactJson;
import se.nollan.rules.contacts.SliceKey;
import se.nollan.rules.contacts.UnitDay;

/**
 * A slice's newest revision as stored, and the unit-day that it was loaded for.
 *
 * @param current false: it touched this unit-day until now and does not any more
 * @param body its contacts, deflated; empty unless current
 */
record StoredSlice(UnitDay touched, long id, SliceKey key, long revision, boolean current, int contacts, byte[] body) {

    LoadedSlice read() {
        return new LoadedSlice(key, revision, ContactJson.read(key, body, contacts));
    }

    ResultJson.SliceRevision named() {
        return new ResultJson.SliceRevision(key, revision);
    }
}
