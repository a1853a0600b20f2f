package se.nollan.local.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement's figures as a table for a terminal: subjects down, phone, chat and total across. */
final class Summary {

    private static final int NAME = 34;
    private static final int CELL = 23;
    private static final List<String> CHANNELS = List.of("phone", "chat", "total");

    private final JsonNode statement;
    private final List<String> lines = new ArrayList<>();

    private Summary(JsonNode statement) {
        this.statement = statement;
    }

    static List<String> of(JsonNode statement) {
        Summary summary = new Summary(statement);
        summary.write();
        return summary.lines;
    }

    private void write() {
        lines.add("Contact the same day, region %s, %s: hits / counted and their share"
                .formatted(MonthRun.REGION, statement.path("month").asText()));
        lines.add("");
        lines.add(" ".repeat(NAME) + cell("phone") + cell("chat") + cell("total"));
        section("unit", "Units");
        section("provider", "Providers");
        section("form", "Public and private");
        section("region", "The region");
        section("1177", "1177, apart (part of no figure above)");
    }

    private void section(String level, String title) {
        Map<String, Map<String, JsonNode>> subjects = new LinkedHashMap<>();
        for (JsonNode figure : statement.path("figures")) {
            if (figure.path("level").asText().equals(level)) {
                subjects.computeIfAbsent(figure.path("name").asText(), name -> new LinkedHashMap<>())
                        .put(figure.path("channel").asText(), figure);
            }
        }
        lines.add(title);
        subjects.forEach((name, byChannel) -> {
            StringBuilder line = new StringBuilder(padded("  " + name));
            CHANNELS.forEach(channel -> line.append(cell(figure(byChannel.get(channel)))));
            lines.add(line.toString());
        });
    }

    private static String figure(@Nullable JsonNode figure) {
        if (figure == null) {
            return "–";
        }
        if (!figure.has("counted")) {
            return figure.path("status").asText();
        }
        JsonNode share = figure.path("share");
        return "%d / %d  %s"
                .formatted(
                        figure.path("hits").asLong(),
                        figure.path("counted").asLong(),
                        share.isNumber() ? perCent(share) : "no share");
    }

    /** Whole tenths of a per cent, rounded half up from the share's four places. */
    private static String perCent(JsonNode share) {
        return share.decimalValue()
                        .movePointRight(2)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString()
                + " %";
    }

    private static String padded(String name) {
        String shown = name.length() < NAME ? name : name.substring(0, NAME - 2) + "…";
        return shown + " ".repeat(NAME - shown.length());
    }

    private static String cell(String text) {
        return " ".repeat(Math.max(1, CELL - text.length())) + text;
    }
}
