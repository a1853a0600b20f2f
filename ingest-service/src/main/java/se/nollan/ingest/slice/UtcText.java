package se.nollan.ingest.slice;

import java.time.Instant;
import java.time.LocalDate;

/** Instants as the contracts write them: RFC 3339 in UTC, milliseconds only where there are any. */
public final class UtcText {
    private static final int SECONDS_OF_DAY = 86_400;

    private UtcText() {}

    /** The instant as text. */
    public static String of(Instant instant) {
        return append(new StringBuilder(24), instant).toString();
    }

    static StringBuilder append(StringBuilder text, Instant instant) {
        var seconds = instant.getEpochSecond();
        var ofDay = (int) Math.floorMod(seconds, (long) SECONDS_OF_DAY);
        text.append(LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) SECONDS_OF_DAY)));
        two(text.append('T'), ofDay / 3600);
        two(text.append(':'), ofDay / 60 % 60);
        two(text.append(':'), ofDay % 60);
        var millis = instant.getNano() / 1_000_000;
        if (millis > 0) {
            two(text.append('.').append((char) ('0' + millis / 100)), millis % 100);
        }
        return text.append('Z');
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
