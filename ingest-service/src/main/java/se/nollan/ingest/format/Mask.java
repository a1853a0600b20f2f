package se.nollan.ingest.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a value fit to be shown in a report: no telephone number, no personal identity number, no caller. */
final class Mask {
    private static final int SHOWN = 64;
    private static final Pattern TIME_LIKE = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}([T ][0-9:.,]{1,16}(Z|[+-]\\d{2}:?\\d{2})?)?( \\d{4}-\\d{2}-\\d{2}T[0-9:.+Z-]{1,24}){0,20}");
    // Six digits or more with nothing but separators between: a number, whatever its notation.
    private static final Pattern NUMBER_LIKE = Pattern.compile("\\+?\\d(?:[ \\u00a0()./:+-]*\\d){5,}");

    private Mask() {}

    static String of(@Nullable Field field, String value) {
        if (field == Field.CONTACT || field == Field.PROBLEM) {
            return "*** (" + value.codePointCount(0, value.length()) + " characters)";
        }
        var shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        if (field != null
                && (field.holdsTime() || field == Field.CHOSEN_DATE)
                && TIME_LIKE.matcher(shown).matches()) {
            return shown;
        }
        return NUMBER_LIKE.matcher(shown).replaceAll(number -> number.group().replaceAll("\\d", "*"));
    }
}
