package se.nollan.publish.statement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What the public gets of a signed statement, made once when it is signed, with the groups that were told. */
@Entity
@Immutable
@Table(name = "published_statement")
class PublishedRow {

    @Id
    String id;

    String region;
    String month;
    int version;
    String disclosure;
    String hash;

    @Nullable String previousHash;

    String json;
    String jsonTag;
    String csv;
    String csvTag;
}
