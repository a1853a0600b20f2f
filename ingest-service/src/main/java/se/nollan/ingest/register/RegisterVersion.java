package se.nollan.ingest.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

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
}
