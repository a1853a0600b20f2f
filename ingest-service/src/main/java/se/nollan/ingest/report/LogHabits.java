package se.nollan.ingest.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;

/**
 * What the rows of one submission say together that none says alone (the contact format, <i>Who a caller is</i>). Bounded whatever comes:
 * callers are counted by a hash, which for a number in most of the rows is near enough.
 */
public final class LogHabits {
    // Fewer rows than these are no habit.
    private static final int FEW = 10;
    private static final int BUCKETS = 4_096;

    private final long[] rows = new long[BUCKETS];
    private final long[] overlapping = new long[BUCKETS];
    private final Instant[] ends = new Instant[BUCKETS];
    private final Instant[] starts = new Instant[BUCKETS];
    private long calls;
    private long unanswered;
    private long first;

    /** @param caller the pseudonym of the caller; null: none */
    public void add(Contact contact, @Nullable String caller) {
        if (first == 0) {
            first = contact.row();
        }
        if (contact.answeredAt() == null) {
            unanswered++;
        }
        if (contact.channel() != Channel.PHONE) {
            return;
        }
        calls++;
        if (caller != null) {
            var bucket = Math.floorMod(caller.hashCode() * 31, BUCKETS);
            rows[bucket]++;
            var start = contact.createdAt();
            var end = contact.answeredAt() == null ? start : contact.answeredAt();
            if (ends[bucket] != null && start.isBefore(ends[bucket]) && !starts[bucket].isAfter(start)) {
                overlapping[bucket]++;
            }
            starts[bucket] = start;
            ends[bucket] = end;
        }
    }

    /** What deserves a word; to be asked once, at the end. */
    public List<RowFinding> findings() {
        var findings = new ArrayList<RowFinding>();
        for (var bucket = 0; bucket < BUCKETS; bucket++) {
            if (calls >= FEW && rows[bucket] * 2 > calls && overlapping[bucket] > 0) {
                findings.add(new RowFinding(first, Field.CONTACT, FindingCode.ONE_NUMBER, null));
            }
        }
        if (calls >= FEW && unanswered == 0) {
            findings.add(new RowFinding(first, null, FindingCode.ONLY_ANSWERED, null));
        }
        return findings;
    }
}
