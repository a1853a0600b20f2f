package se.nollan.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A delivery while it is written: contacts of one system in the order they are given, numbered as they come. */
final class DeliveryFile implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private final Delivery.Form form;
    private final Path path;
    private final Writer text;
    private final CsvWriter csv;
    private long ids;
    private long rows;

    DeliveryFile(Delivery.Form form, Path folder) throws IOException {
        this.form = form;
        this.path = folder.resolve(form.fileName());
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
        this.text = new OutputStreamWriter(form.gzip() ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8);
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        if (form.encoding() == Delivery.Encoding.CSV) {
            csv.writeRecord(Arrays.stream(Field.values()).map(f -> f.column).toList());
        }
    }

    Path path() {
        return path;
    }

    long rows() {
        return rows;
    }

    /** The vendor's next id. Short of ten digits, so that it cannot be taken for a personal identity number. */
    String nextId() {
        return "%s-%07d".formatted(form.system().charAt(0), ++ids);
    }

    void write(String id, Contact contact) {
        rows++;
        Map<Field, Object> values = new EnumMap<>(Field.class);
        values.put(Field.ID, id);
        contact.values().forEach((field, value) -> values.put(field, written(field, value, contact)));
        switch (form.encoding()) {
            case CSV ->
                csv.writeRecord(Arrays.stream(Field.values())
                        .map(f -> cell(values.get(f)))
                        .toList());
            case NDJSON -> writeLine(values);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private Object written(Field field, Object value, Contact contact) {
        if (value instanceof LocalDateTime time) {
            return time(time);
        }
        if (field == Field.ATTEMPTS) {
            return ((List<?>) value).stream().map(t -> time((LocalDateTime) t)).toList();
        }
        if (field == Field.CONTACT && !contact.line().isChat()) {
            return form.numbers().of((String) value);
        }
        return value instanceof Boolean ? value : value.toString();
    }

    private String time(LocalDateTime time) {
        String local = (time.getNano() == 0 ? SECONDS : MILLIS).format(time);
        return form.times() == Delivery.Times.LOCAL
                ? local
                : local + time.atZone(Scene.ZONE).getOffset();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> times
                ? times.stream().map(Object::toString).collect(Collectors.joining(" "))
                : value.toString();
    }

    private void writeLine(Map<Field, Object> values) {
        Map<String, Object> object = new LinkedHashMap<>();
        values.forEach((field, value) -> object.put(field.column, value));
        try {
            text.write(JSON.writeValueAsString(object));
            text.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
