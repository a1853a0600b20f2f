package se.nollan.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A row as it stands in a delivery, joined with the register. */
record Row(Delivery delivery, Map<String, String> fields, Region.Line line, Region.Unit unit) {

    static List<Row> readAll(Sample sample) throws IOException {
        Region region = Region.read();
        List<Row> rows = new ArrayList<>();
        for (Delivery delivery : sample.deliveries()) {
            for (Map<String, String> fields : fieldsOf(delivery)) {
                Region.Line line = region.register().lines().stream()
                        .filter(l -> l.key().equals(fields.get("line")))
                        .findFirst()
                        .orElse(null);
                Region.Unit unit = line == null
                        ? null
                        : region.register().units().stream()
                                .filter(u -> u.id().equals(line.unit()))
                                .findFirst()
                                .orElseThrow();
                rows.add(new Row(delivery, fields, line, unit));
            }
        }
        return rows;
    }

    String get(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean has(String field) {
        return !get(field).isEmpty();
    }

    boolean is(String kind) {
        return get("kind").equals(kind);
    }

    boolean isPhone() {
        return get("channel").equals("phone");
    }

    boolean isCase() {
        return is("callback") || is("queue") || is("booked");
    }

    boolean isBlocked() {
        return is("full") || is("closed");
    }

    boolean isFromPatient() {
        return !get("origin").equals("staff") && !has("caller");
    }

    LocalDateTime createdAt() {
        return time("createdAt");
    }

    LocalDate day() {
        return createdAt().toLocalDate();
    }

    LocalTime timeOfDay() {
        return createdAt().toLocalTime();
    }

    boolean sameDay(String field) {
        return has(field) && time(field).toLocalDate().equals(day());
    }

    boolean anotherDay(String field) {
        return has(field) && !time(field).toLocalDate().equals(day());
    }

    boolean choseAnotherDay() {
        return has("chosenDate") && LocalDate.parse(get("chosenDate")).isAfter(day());
    }

    /** The parent of a branch, else the unit (S-4). */
    String measuredUnit() {
        return unit.parent() == null ? unit.id() : unit.parent();
    }

    LocalDateTime time(String field) {
        return LocalDateTime.parse(get(field).split("[+]")[0]);
    }

    private static List<Map<String, String>> fieldsOf(Delivery delivery) throws IOException {
        byte[] bytes = Files.readAllBytes(delivery.file());
        if (delivery.gzip()) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = in.readAllBytes();
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<Map<String, String>> rows = new ArrayList<>();
        if (delivery.contentType().equals("text/csv")) {
            CsvReader.builder()
                    .ofNamedCsvRecord(text)
                    .forEach(record -> rows.add(new HashMap<>(record.getFieldsAsMap())));
        } else {
            ObjectMapper json = new ObjectMapper();
            for (String line : text.split("\n")) {
                Map<String, String> fields = new HashMap<>();
                json.readTree(line).fields().forEachRemaining(e -> fields.put(e.getKey(), text(e.getValue())));
                rows.add(fields);
            }
        }
        return rows;
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> parts = new ArrayList<>();
        value.forEach(part -> parts.add(part.asText()));
        return String.join(" ", parts);
    }
}
