package se.nollan.ingest.profile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowSink;

/** What a profile under test makes of a log. */
final class Made implements RowSink {
    static final String FIELDS = """
            fields:
              id: { constant: "1" }
              line: { constant: main }
              channel: { constant: phone }
              kind: { constant: queue }
              createdAt: { constant: now }
            """;

    final List<String> rows = new ArrayList<>();
    final List<@Nullable String[]> cells = new ArrayList<>();
    final List<String> skipped = new ArrayList<>();
    final StringBuilder onDisk = new StringBuilder();

    List<@Nullable String> values(Field field) {
        var values = new ArrayList<@Nullable String>();
        cells.forEach(row -> values.add(row[field.ordinal()]));
        return values;
    }

    @Override
    public void row(long line, @Nullable String[] values) {
        cells.add(values.clone());
        var some = Arrays.asList(
                values[Field.ID.ordinal()],
                values[Field.CONTACT.ordinal()],
                values[Field.CREATED_AT.ordinal()],
                values[Field.ANSWERED_AT.ordinal()],
                values[Field.ATTEMPTS.ordinal()]);
        rows.add(String.join("|", some.stream().map(String::valueOf).toList()));
    }

    @Override
    public void skipped(long line, String because) {
        skipped.add(because);
    }

    @Override
    public void broken(RowFinding finding) {
        throw new AssertionError(finding.toString());
    }

    static Made read(Path spill, String profile, String body) {
        var made = new Made();
        try (var reader =
                new ProfileReader(profile(profile), LocalDate.parse("2026-10-31"), new SpillSpace(spill, 1 << 20))) {
            reader.read(bytes(body), made);
            reader.end(made);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return made;
    }

    static void read(Path spill, String profile, String body, Made made, RowGroups groups) throws IOException {
        var layout = profile(profile).layouts().get(0);
        var reader = new LayoutReader(layout, LocalDate.parse("2026-10-31"), groups, RowObserver.NONE);
        reader.read(bytes(body), made);
        try (var files = Files.walk(spill)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                made.onDisk.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        reader.end(made);
    }

    static Profile profile(String rest) throws IOException {
        return ProfileFile.read("test.yaml", bytes("profile: test\n" + rest));
    }

    static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
