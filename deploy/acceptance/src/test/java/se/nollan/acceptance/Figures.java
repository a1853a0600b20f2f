package se.nollan.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The figures of a month or a statement, without what differs from one run to the next. */
record Figures(JsonNode figures) {

    static Figures of(JsonNode month) {
        return new Figures(month.path("figures"));
    }

    JsonNode get(String level, String id, String channel) {
        return StreamSupport.stream(figures.spliterator(), false)
                .filter(figure -> figure.path("level").asText().equals(level))
                .filter(figure -> figure.path("id").asText().equals(id))
                .filter(figure -> figure.path("channel").asText().equals(channel))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure of " + level + " " + id + " " + channel));
    }

    /** One line a figure: level, id, channel, status, hits, counted, share. */
    List<String> lines() {
        return StreamSupport.stream(figures.spliterator(), false)
                .map(figure -> String.join(
                        ",",
                        figure.path("level").asText(),
                        figure.path("id").asText(),
                        figure.path("channel").asText(),
                        figure.path("status").asText(),
                        figure.path("hits").asText(),
                        figure.path("counted").asText(),
                        figure.path("share").asText()))
                .toList();
    }
}
