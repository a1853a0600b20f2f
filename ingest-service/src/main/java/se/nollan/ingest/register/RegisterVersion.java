package se.nollan.ingest.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.nollan.base.security.Caller;

/** A version of the register as it is stored; never changed. */
@Entity
@Table(name = "register_version")
class RegisterVersion {

    @Id
    long version;

    String hash = "";
    Instant importedAt = Instant.EPOCH;

    /** Client id of the coordinator. */
    String importedBy = "";

    /** Why it was changed, in the coordinator's words; null: not said. */
    @Nullable String reason;

    /** Canonical JSON. */
    String content = "";

    /**
     * What a caller sees of it.
     *
     * @param tag names the part: it is another when the part is, not when the version is
     */
    record Part(String json, String tag) {}

    /**
     * The part that the caller may see: who oversees a region sees all of it, a provider its own.
     *
     * @param on only what is in force on this day; null: all of it
     */
    Part seenBy(Caller caller, @Nullable LocalDate on) {
        RegisterContent read = RegisterJson.read(content);
        RegisterContent whole = on == null ? read : read.on(on);
        RegisterContent part =
                caller.overseesSome() ? whole.ofRegions(caller.regions()) : whole.ofProviders(caller.providers());
        return new Part(RegisterJson.version(version, hash, importedAt, part), RegisterJson.tag(part));
    }
}
