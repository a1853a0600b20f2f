package se.nollan.local.parts;

/** A name and password, for one start of the parts only. */
public record Login(String user, String password) {

    /** Names the user alone, so that no password ends up in a log. */
    @Override
    public String toString() {
        return user;
    }
}
