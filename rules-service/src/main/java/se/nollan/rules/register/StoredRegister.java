package se.nollan.rules.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A version of the register as received. */
@Entity
@Table(name = "register_version")
class StoredRegister {

    @Id
    long version;

    String content;

    protected StoredRegister() {}

    StoredRegister(long version, String content) {
        this.version = version;
        this.content = content;
    }
}
