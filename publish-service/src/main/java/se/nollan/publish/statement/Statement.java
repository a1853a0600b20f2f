package se.nollan.publish.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.submissions.OutstandingSlice;

/**
 * A statement of a region and month, drafted or signed.
 *
 * @param reason why there is a version after the first; null in the first
 * @param changes what differs from the version before
 * @param outstanding what was sent but not evaluated when it was drafted; none in a signed statement
 * @param signed null while it is a draft
 * @param chain null while it is a draft, and in statements of before there were chains
 */
public record Statement(
        StatementId id,
        MonthContent content,
        String contentHash,
        @Nullable String reason,
        List<FigureChange> changes,
        List<OutstandingSlice> outstanding,
        AuditStamp drafted,
        @Nullable AuditStamp signed,
        @Nullable Chain chain) {

    public Statement {
        changes = List.copyOf(changes);
        outstanding = List.copyOf(outstanding);
    }

    /**
     * The draft that comes after the last signed statement of the region and month.
     *
     * @param last null when none is signed yet
     * @throws Refusal when a correction gives no reason, or nothing has changed
     */
    public static Statement draft(
            MonthContent content,
            List<OutstandingSlice> outstanding,
            @Nullable Statement last,
            @Nullable String reason,
            AuditStamp drafted) {
        String hash = StatementHash.ofContent(content);
        if (last == null) {
            StatementId first = new StatementId(content.scope(), content.month(), 1);
            return new Statement(first, content, hash, reason, List.of(), outstanding, drafted, null, null);
        }
        if (last.contentHash.equals(hash)) {
            throw new Refusal(
                    Refusal.Kind.NOTHING_CHANGED,
                    "Nothing has changed since " + last.id + " was signed. Use that statement.");
        }
        if (reason == null || reason.isBlank()) {
            throw new Refusal(
                    Refusal.Kind.REASON_MISSING,
                    last.id + " is signed already. Give the reason of the correction in \"reason\".");
        }
        StatementId next = new StatementId(content.scope(), content.month(), last.id.version() + 1);
        List<FigureChange> changes = FigureChange.between(last.content, content);
        return new Statement(next, content, hash, reason, changes, outstanding, drafted, null, null);
    }

    /** @param previous the hash of the version before; null in the first */
    Statement sign(AuditStamp by, @Nullable String previous) {
        Statement signed = new Statement(id, content, contentHash, reason, changes, List.of(), drafted, by, null);
        return signed.with(new Chain(StatementHash.ofWhole(signed, previous), previous));
    }

    Statement with(@Nullable Chain of) {
        return new Statement(id, content, contentHash, reason, changes, outstanding, drafted, signed, of);
    }

    /** Whether it still says what was signed. */
    boolean isIntact() {
        return chain == null
                || StatementHash.ofContent(content).equals(contentHash)
                        && StatementHash.ofWhole(this, chain.previous()).equals(chain.hash());
    }

    /** Names this draft or signed statement and no other: a draft that was made anew, if only for another reason, has another. */
    String mark() {
        return contentHash + '.' + (signed == null ? "draft-" + drafted.at().toEpochMilli() : "signed");
    }
}
