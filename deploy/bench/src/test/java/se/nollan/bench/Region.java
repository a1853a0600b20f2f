package se.nollan.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.KnownLines;
import se.nollan.rules.measure.Register;

/** The register of the fictional region, as each of the two services sees it. */
final class Region implements KnownLines {

    static final String CODE = "23";

    private final Map<String, Line> lines = new HashMap<>();
    private final Register register;

    Region(int units) {
        List<Register.Unit> registerUnits = new ArrayList<>();
        List<Register.Line> registerLines = new ArrayList<>();
        Register.Period always = Register.Period.ALWAYS;
        for (int number = 0; number < units; number++) {
            String unit = String.format("SE2321000214-E%012d", number);
            registerUnits.add(new Register.Unit(unit, CODE, "p", Register.UnitType.VARDCENTRAL, null, always));
            for (Register.LineKind kind :
                    List.of(Register.LineKind.MAIN, Register.LineKind.MENU, Register.LineKind.CHAT)) {
                boolean chat = kind == Register.LineKind.CHAT;
                String id = kind.name().toLowerCase(Locale.ROOT) + "-" + number;
                registerLines.add(new Register.Line(id, unit, kind, false, !chat, always));
                lines.put(id, new Line(id, unit, CODE, chat ? Channel.CHAT : Channel.PHONE, Standing.COVERED));
            }
        }
        register = new Register(registerUnits, registerLines);
    }

    Register register() {
        return register;
    }

    @Override
    public @Nullable Line line(String key, LocalDate day) {
        return lines.get(key);
    }

    @Override
    public @Nullable Line firstLine(String key, LocalDate day) {
        return lines.get(key);
    }
}
