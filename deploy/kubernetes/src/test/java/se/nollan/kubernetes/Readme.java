package se.nollan.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables of README.md that the tests hold the manifests to. */
final class Readme {

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| `([^`]+)` \\|");

    private Readme() {}

    /** The names in the first column of the table under a heading. */
    static Set<String> namesUnder(String heading) {
        String text;
        try {
            text = Files.readString(Installation.HERE.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] parts = text.split("(?m)^## " + Pattern.quote(heading) + "$", -1);
        if (parts.length != 2) {
            throw new AssertionError("README.md has no heading " + heading);
        }
        var names = new TreeSet<String>();
        var cells = FIRST_CELL.matcher(parts[1].split("(?m)^## ")[0]);
        while (cells.find()) {
            names.add(cells.group(1));
        }
        return names;
    }
}
