package se.nollan.rules.register;

import java.util.List;
import se.nollan.rules.json.Fields;
import se.nollan.rules.json.Words;
import se.nollan.rules.measure.Register.Line;
import se.nollan.rules.measure.Register.LineKind;
import se.nollan.rules.measure.Register.Period;
import se.nollan.rules.measure.Register.Unit;
import se.nollan.rules.measure.Register.UnitType;

/** Reads units and lines in the form of the contracts and of the vectors. */
public final class RegisterJson {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 200;
    private static final Words<UnitType> TYPES = Words.of(UnitType.class, UnitType::word);
    private static final Words<LineKind> KINDS = Words.of(LineKind.class);

    private RegisterJson() {}

    /** The version that a message tells of. */
    public static RegisterVersion version(Fields register) {
        return new RegisterVersion(register.requiredNumber("version"), units(register), lines(register));
    }

    public static List<Unit> units(Fields register) {
        register.required("units");
        return register.objects("units").stream()
                .map(unit -> new Unit(
                        unit.requiredText("id", LONGEST_ID),
                        unit.requiredText("region", 2),
                        unit.requiredText("provider", LONGEST_ID),
                        unit.requiredWord("type", TYPES, UnitType.ANNAN_VARDNIVA),
                        unit.text("parent", LONGEST_ID),
                        period(unit)))
                .toList();
    }

    public static List<Line> lines(Fields register) {
        register.required("lines");
        return register.objects("lines").stream()
                .map(line -> new Line(
                        line.requiredText("id", LONGEST_ID),
                        line.requiredText("unit", LONGEST_ID),
                        line.requiredWord("kind", KINDS, LineKind.MAIN),
                        line.truth("underMain", false),
                        line.truth("automatic", false),
                        period(line)))
                .toList();
    }

    /** A provider's name and form matter to nobody here; they must be there all the same. */
    public static void providers(Fields register) {
        register.required("providers");
        register.objects("providers").forEach(provider -> {
            provider.requiredText("id", LONGEST_ID);
            provider.requiredText("name", LONGEST_NAME);
        });
    }

    private static Period period(Fields entry) {
        return new Period(entry.date("from"), entry.date("to"));
    }
}
