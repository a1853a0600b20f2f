package se.nollan.ingest.submission;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.pseudonym.DayKeys;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.ingest.pseudonym.SourceNotation;

/** Makes contacts pseudonymous, and tells of those that cannot be. One submission, one thread. */
public final class KeyedContacts {
    private final Pseudonyms pseudonyms;
    private final Consumer<RowFinding> errors;
    private final Consumer<RowFinding> warnings;

    /** @param source how it writes callers and ids */
    public KeyedContacts(
            DayKeys keys, SourceNotation source, Consumer<RowFinding> errors, Consumer<RowFinding> warnings) {
        this.pseudonyms = new Pseudonyms(keys, source);
        this.errors = errors;
        this.warnings = warnings;
    }

    /** The contact's pseudonyms; null: it is in error, and that has been told. */
    public Pseudonyms.@Nullable Keyed of(Contact contact) {
        var outcome = pseudonyms.of(
                contact.channel() == Channel.CHAT,
                contact.line().region(),
                contact.day(),
                contact.id(),
                contact.contact(),
                contact.problem());
        if (outcome instanceof Pseudonyms.Keyed keyed) {
            if (keyed.remark() != null) {
                var code = FindingCode.valueOf(keyed.remark().name());
                warnings.accept(RowFinding.of(contact.row(), Field.CONTACT, code, contact.contact()));
            }
            return keyed;
        }
        errors.accept(
                outcome instanceof Pseudonyms.NumberDestroyed
                        ? RowFinding.of(contact.row(), Field.CONTACT, FindingCode.NUMBER_DESTROYED, contact.contact())
                        // The id gives the caller away: not even its shape is shown.
                        : new RowFinding(contact.row(), Field.ID, FindingCode.PERSONAL_DATA, null));
        return null;
    }
}
