package se.nollan.publish.register;

/** Who runs the care (driftsform). */
public enum Form {
    PUBLIC("public", "Offentlig regi"),
    PRIVATE("private", "Privat regi");

    private final String word;
    private final String name;

    Form(String word, String name) {
        this.word = word;
        this.name = name;
    }

    /** The word of the register. */
    public String word() {
        return word;
    }

    /** What the public calls it, in Swedish. */
    public String publicName() {
        return name;
    }

    /** @throws IllegalArgumentException when the register has no such word */
    public static Form of(String word) {
        for (Form form : values()) {
            if (form.word.equals(word)) {
                return form;
            }
        }
        throw new IllegalArgumentException("unknown form");
    }
}
