package se.nollan.publish.statement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A draft as it lies in the database. */
@Entity
@Table(name = "draft")
class DraftRow {

    @Id
    String id;

    String region;
    String month;
    int version;
    String content;
    String contentHash;

    @Nullable String reason;

    String changes;
    String outstanding;
    Instant draftedAt;
    String draftedClient;

    @Nullable String draftedUser;
}
