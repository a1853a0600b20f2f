package se.nollan.rules.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object. A field that is wrong is told to the listener, and reads as if it were absent. */
public final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final Consumer<Fault> faults;

    public Fields(JsonNode object, String pointer, Consumer<Fault> faults) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        if (!object.isObject()) {
            faults.accept(new Fault(pointer, "This must be a JSON object."));
        }
    }

    /** An optional text. */
    public @Nullable String text(String name, int longest) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()
                || value.textValue().isEmpty()
                || value.textValue().length() > longest) {
            fault(name, "This must be a text of 1 to " + longest + " characters.");
            return null;
        }
        return value.textValue();
    }

    /** A text that must be there; empty when it is not. */
    public String requiredText(String name, int longest) {
        String text = required(name) ? text(name, longest) : null;
        return text == null ? "" : text;
    }

    /** One of some words, or the default when the field is absent. */
    public <T extends @Nullable Object> T word(String name, Words<? extends T> words, T absent) {
        JsonNode value = value(name);
        if (value == null) {
            return absent;
        }
        T found = value.isTextual() ? words.find(value.textValue()) : null;
        if (found == null) {
            fault(name, "This must be one of: " + words + ".");
            return absent;
        }
        return found;
    }

    /** One of some words that must be there. */
    public <T> T requiredWord(String name, Words<T> words, T atFault) {
        return required(name) ? word(name, words, atFault) : atFault;
    }

    public boolean truth(String name, boolean absent) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            fault(name, "This must be true or false.");
        }
        return value == null ? absent : value.booleanValue();
    }

    /** A whole number that must be there, from 1. */
    public long requiredNumber(String name) {
        JsonNode value = required(name) ? value(name) : null;
        if (value != null && !(value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 1)) {
            fault(name, "This must be a whole number from 1.");
            return 1;
        }
        return value == null ? 1 : value.longValue();
    }

    public @Nullable LocalDate date(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.isTextual() ? value.textValue() : "");
        } catch (DateTimeParseException notADate) {
            fault(name, "This must be a date, as 2026-10-05.");
            return null;
        }
    }

    /** The texts of a list; empty when the field is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (element.isTextual()) {
                texts.add(element.textValue());
            } else {
                fault(name, "This must be a list of texts.");
            }
        }
        return texts;
    }

    /** The objects of a list; empty when the field is absent. */
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            objects.add(new Fields(element, pointer + "/" + name + "/" + objects.size(), faults));
        }
        return objects;
    }

    /** The object in a field; null when the field is absent. */
    public @Nullable Fields object(String name) {
        JsonNode value = value(name);
        return value == null ? null : new Fields(value, pointer + "/" + name, faults);
    }

    /** The names of all fields, in the order of the document. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** What the field holds, whatever it is; null when it is absent. */
    public @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Tells that a field must be there if it is not. */
    public boolean required(String name) {
        boolean there = value(name) != null;
        if (!there) {
            fault(name, "This field is required.");
        }
        return there;
    }

    /** Tells of every field that is not one of these. */
    public void only(Set<String> known) {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                faults.accept(new Fault(
                        pointer,
                        "There is a field here that the format does not have; it has "
                                + String.join(", ", known.stream().sorted().toList()) + "."));
            }
        });
    }

    public void fault(String name, String detail) {
        faults.accept(new Fault(pointer + "/" + name, detail));
    }

    private List<JsonNode> elements(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(name, "This must be a list.");
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>(value.size());
        value.forEach(element -> elements.add(Objects.requireNonNull(element)));
        return elements;
    }
}
