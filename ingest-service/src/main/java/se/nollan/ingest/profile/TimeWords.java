package se.nollan.ingest.profile;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Words and letters in times, English and Swedish. */
final class TimeWords {
    private TimeWords() {}

    /** An offset, as +02:00, +0200 or Z; null: it is none. */
    static @Nullable ZoneOffset offset(String text) {
        try {
            return text.isEmpty() ? null : ZoneOffset.of(text);
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The offset that a zone's letters stand for, in lower case; null: none that is known. */
    static @Nullable ZoneOffset zone(String word) {
        return switch (word) {
            case "utc", "gmt", "z" -> ZoneOffset.UTC;
            case "cet", "mez" -> ZoneOffset.ofHours(1);
            case "cest", "mesz" -> ZoneOffset.ofHours(2);
            default -> null;
        };
    }

    /** 0 before noon, 1 after; -1: the word is neither. */
    static int half(String word) {
        return switch (word) {
            case "am", "fm" -> 0;
            case "pm", "em" -> 1;
            default -> -1;
        };
    }

    /** By the first three letters, English and Swedish; a month of both is the same in both. */
    static int month(String word) {
        return word.length() < 3
                ? -1
                : switch (word.substring(0, 3)) {
                    case "jan" -> 1;
                    case "feb" -> 2;
                    case "mar" -> 3;
                    case "apr" -> 4;
                    case "may", "maj" -> 5;
                    case "jun" -> 6;
                    case "jul" -> 7;
                    case "aug" -> 8;
                    case "sep" -> 9;
                    case "oct", "okt" -> 10;
                    case "nov" -> 11;
                    case "dec" -> 12;
                    default -> -1;
                };
    }
}
