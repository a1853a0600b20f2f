package se.nollan.ingest.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    /** Canonical JSON. */
    String content = "";

    /**
     * What a caller sees of it.
     *
     * @param tag names the part: it is another when the part is, not when the version is
     */
    record Part(String json, String tag) {}

    /** The part that the caller may see: who oversees a region sees all of it, a provider its own. */
    Part seenBy(Caller caller) {
        RegisterContent whole = RegisterJson.read(content);
        RegisterContent part =
                caller.overseesSome() ? whole.ofRegions(caller.regions()) : whole.ofProviders(caller.providers());
        return new Part(RegisterJson.version(version, hash, importedAt, part), RegisterJson.tag(part));
    }
}
