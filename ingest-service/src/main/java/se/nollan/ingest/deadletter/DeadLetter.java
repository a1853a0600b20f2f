package se.nollan.ingest.deadletter;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message that a service could not take.
 *
 * @param at where it stands in the topic {@code dead-letters}
 * @param diedAt when it was put aside
 * @param from where it came by
 * @param service which could not take it
 * @param type its CloudEvents type; empty: none
 * @param reason what was wrong, in words that quote nothing of it
 * @param key as it came; null: none
 * @param body as it came
 */
record DeadLetter(
        Position at,
        Instant diedAt,
        String topic,
        Position from,
        String service,
        String type,
        String reason,
        byte @Nullable [] key,
        byte[] body) {

    /** A place in a topic. */
    record Position(int partition, long offset) {}

    private static final Pattern TYPE = Pattern.compile("se\\.nollan\\.([a-z]+)\\.v1");
    /** The keys of messages (deploy/contracts). */
    private enum Key {
        REGISTER("register"),
        REEVALUATION("reevaluation"),
        PROVIDER("\\d{2}[2-9]\\d{3}-\\d{4}"),
        UNIT("SE\\d{10}-[A-Za-z0-9]{1,18}"),
        UNIT_DAY("SE\\d{10}-[A-Za-z0-9]{1,18}/\\d{4}-\\d\\d-\\d\\d/(phone|chat)"),
        SUBMISSION("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        private final Pattern pattern;

        Key(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        boolean fits(String key) {
            return pattern.matcher(key).matches();
        }
    }

    private static final Set<Key> SHOWN = EnumSet.complementOf(EnumSet.of(Key.PROVIDER));
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d[\\d -]{4,}\\d");
    private static final int LONGEST_REASON = 500;

    /**
     * Reads the headers that a service adds when it puts a message aside (deploy/contracts).
     *
     * @param headers by name, as text
     */
    static DeadLetter of(
            Position at, Instant diedAt, Map<String, String> headers, byte @Nullable [] key, byte @Nullable [] body) {
        var topic = headers.getOrDefault("dead-letter-topic", "");
        return new DeadLetter(
                at,
                diedAt,
                topic,
                new Position(
                        (int) number(headers.get("dead-letter-partition")), number(headers.get("dead-letter-offset"))),
                headers.getOrDefault("dead-letter-consumer", onlyReader(topic)),
                headers.getOrDefault("ce_type", ""),
                plain(headers.getOrDefault("dead-letter-reason", "")),
                key,
                body == null ? new byte[0] : body);
    }

    /** Who reads the topic and does not name itself in a header of its own. */
    private static String onlyReader(String topic) {
        return switch (topic) {
            case "contacts", "register" -> "rules-service";
            case "progress" -> "ingest-service";
            case "results", "submissions" -> "publish-service";
            default -> "";
        };
    }

    /** Reasons quote nothing by contract; a number that may be somebody's is masked all the same. */
    private static String plain(String reason) {
        var masked = LONG_NUMBER.matcher(reason).replaceAll("…");
        return masked.length() <= LONGEST_REASON ? masked : masked.substring(0, LONGEST_REASON);
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * The key, where it has the form of one that the contracts know. A provider's number is not shown: a telephone number can be written
     * so. Null: not to be shown.
     */
    @Nullable String shownKey() {
        var text = key == null ? null : text(key);
        return text != null && SHOWN.stream().anyMatch(known -> known.fits(text)) ? text : null;
    }

    /** What is sent again: null when it cannot be, for then no consumer could ever take it as it is. */
    @Nullable Again again() {
        var named = TYPE.matcher(type);
        var keyText = key == null ? null : text(key);
        var bodyText = text(body);
        return keyText == null
                        || bodyText == null
                        || body.length == 0
                        || !named.matches()
                        || !ofTheContracts(topic, named.group(1), keyText)
                ? null
                : new Again(topic, keyText, named.group(1), bodyText);
    }

    /** A header says where a letter came by, and anybody who can write a letter writes its headers: a topic takes its own messages only. */
    private static boolean ofTheContracts(String topic, String type, String key) {
        return switch (topic + ' ' + type) {
            case "register register" -> Key.REGISTER.fits(key);
            case "register access" -> Key.PROVIDER.fits(key);
            case "submissions submission" -> Key.SUBMISSION.fits(key);
            case "contacts contacts", "progress progress" -> Key.UNIT.fits(key);
            case "progress reevaluation" -> Key.REEVALUATION.fits(key);
            case "results result" -> Key.UNIT_DAY.fits(key);
            default -> false;
        };
    }

    /** A message for the outbox. */
    record Again(String topic, String key, String type, String body) {}

    /** Null: not text that a database keeps. */
    private static @Nullable String text(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') < 0 ? text : null;
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
