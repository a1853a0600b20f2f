package se.nollan.publish.statement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A signed statement as it lies in the database, where the service can add one and never change one. */
@Entity
@Immutable
@Table(name = "signed_statement")
class SignedRow {

    @Id
    String id;

    String region;
    String month;
    int version;
    String content;
    String contentHash;

    @Nullable String reason;

    String changes;
    Instant draftedAt;
    String draftedClient;

    @Nullable String draftedUser;

    Instant signedAt;
    String signedClient;

    @Nullable String signedUser;

    @Nullable String hash;

    @Nullable String previousHash;
}
