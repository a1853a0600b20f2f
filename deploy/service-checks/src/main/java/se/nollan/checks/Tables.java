package se.nollan.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which package of a service writes which table, read from its SQL: one writer a table, so that what holds of its rows stands in one place. */
public final class Tables {

    private static final Pattern MADE = Pattern.compile("create table (\\w+)");
    private static final Pattern WRITTEN = Pattern.compile("(?:insert\\s+into|update|delete\\s+from)\\s+(\\w+)");

    private Tables() {}

    /**
     * Tables that more than one package writes, with those packages.
     *
     * @param service the folder of its module
     */
    public static Map<String, Set<String>> withSeveralWriters(Path service) {
        Set<String> tables = new TreeSet<>();
        read(service.resolve("src/main/resources/db/migration"), ".sql")
                .forEach(file -> words(MADE, file).forEach(tables::add));
        Map<String, Set<String>> writers = new TreeMap<>();
        read(service.resolve("src/main/java"), ".java")
                .forEach(file -> words(WRITTEN, file).filter(tables::contains).forEach(table -> writers.computeIfAbsent(
                                table, key -> new TreeSet<>())
                        .add(file.getParent().getFileName().toString())));
        if (writers.isEmpty()) {
            throw new IllegalStateException("No table is written in " + service + ": this looks in the wrong place");
        }
        writers.values().removeIf(packages -> packages.size() == 1);
        return writers;
    }

    private static Stream<String> words(Pattern pattern, Path file) {
        try {
            Matcher found = pattern.matcher(Files.readString(file));
            return found.results().map(each -> each.group(1)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> read(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
