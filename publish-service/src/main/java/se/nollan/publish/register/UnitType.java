package se.nollan.publish.register;

/** The kind of a unit; S-1 and S-2 decide by it where its figures stand. */
public enum UnitType {
    VARDCENTRAL("vardcentral"),
    REHAB("rehab"),
    JOURCENTRAL("jourcentral"),
    NARAKUT("narakut"),
    FORSTA_LINJEN("forsta-linjen"),
    OVRIG_PRIMARVARD("ovrig-primarvard"),
    CARE_1177("1177"),
    ANNAN_VARDNIVA("annan-vardniva");

    private final String word;

    UnitType(String word) {
        this.word = word;
    }

    /** @throws IllegalArgumentException when the register has no such word */
    public static UnitType of(String word) {
        for (UnitType type : values()) {
            if (type.word.equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown unit type");
    }
}
