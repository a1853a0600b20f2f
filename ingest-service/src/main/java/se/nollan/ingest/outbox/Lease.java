package se.nollan.ingest.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The right to do what only one replica does at a time, until it runs out. */
@Entity
@Table(name = "lease")
class Lease {

    @Id
    String name = "";

    String holder = "";
    Instant heldUntil = Instant.EPOCH;
}
