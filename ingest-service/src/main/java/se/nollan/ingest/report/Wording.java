package se.nollan.ingest.report;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import se.nollan.ingest.format.FindingCode;

/** The sentences of a report in one language. Words that programs read are the same in all. */
public final class Wording {
    /** Plain English, which is had when nothing else is asked for. */
    public static final Wording ENGLISH = new Wording(Locale.ENGLISH);

    /** Plain Swedish. */
    public static final Wording SWEDISH = new Wording(Locale.forLanguageTag("sv"));

    private final Locale locale;
    private final Properties sentences = new Properties();

    private Wording(Locale locale) {
        this.locale = locale;
        try (var file = Wording.class.getResourceAsStream("/report/" + locale.getLanguage() + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("The sentences in " + locale.getLanguage() + " are missing");
            }
            sentences.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first of the languages that there is. */
    public static Wording of(List<Locale> wanted) {
        for (var one : wanted) {
            for (var wording : List.of(SWEDISH, ENGLISH)) {
                if (one.getLanguage().equals(wording.locale.getLanguage())) {
                    return wording;
                }
            }
        }
        return ENGLISH;
    }

    /** The language's tag. */
    public String language() {
        return locale.toLanguageTag();
    }

    /** A sentence with its values. */
    public String say(String sentence, Object... values) {
        var pattern = sentences.getProperty(sentence);
        if (pattern == null) {
            throw new IllegalArgumentException("There is no sentence " + sentence + " in " + language());
        }
        return new MessageFormat(pattern, locale).format(values);
    }

    /** What to do about a finding. */
    public String advice(Report.Entry of) {
        return sentences.getProperty("rule." + of.rule(), of.advice());
    }

    /** The same findings, with what to do about them. */
    public List<Report.Entry> advised(List<Report.Entry> entries) {
        return entries.stream()
                .map(entry -> new Report.Entry(entry.line(), entry.field(), entry.rule(), entry.value(), advice(entry)))
                .toList();
    }

    /** What to do about findings of a kind. */
    public String advice(Report.Tally of) {
        return sentences.getProperty(
                "rule." + of.rule(), FindingCode.valueOf(of.rule()).advice());
    }

    /** Why nothing was taken. */
    public String refusal(Report.Refusal of) {
        return sentences.getProperty("refusal." + of.reason(), of.detail());
    }
}
