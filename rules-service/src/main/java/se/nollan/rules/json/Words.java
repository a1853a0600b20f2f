package se.nollan.rules.json;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The words that a field may have, each with what it stands for. */
public final class Words<T> {

    private final Map<String, T> words;

    private Words(Map<String, T> words) {
        this.words = words;
    }

    /** The constants of an enum by a word of theirs. */
    public static <E extends Enum<E>> Words<E> of(Class<E> type, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> words.put(word.apply(constant), constant));
        return new Words<>(words);
    }

    /** The constants of an enum by their names in lower case. */
    public static <E extends Enum<E>> Words<E> of(Class<E> type) {
        return of(type, constant -> constant.name().toLowerCase(Locale.ROOT));
    }

    /** What the word stands for; null when it is not one of these. */
    public @Nullable T find(String word) {
        return words.get(word);
    }

    @Override
    public String toString() {
        return String.join(", ", words.keySet());
    }
}
