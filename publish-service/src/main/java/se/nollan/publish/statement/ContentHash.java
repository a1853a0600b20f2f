package se.nollan.publish.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;

/**
 * The hash of what a statement says: SHA-256 over its facts as lines of text, fields separated by tabs. It does not depend
 * on how JSON is written, so that anyone can compute it again; the README gives the lines.
 */
final class ContentHash {

    private final MessageDigest digest;

    private ContentHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** The hash in lower-case hex, 64 characters. */
    static String of(MonthContent monthContent) {
        ContentHash hash = new ContentHash(sha256());
        hash.line("statement", monthContent.scope().region(), monthContent.month());
        hash.line("register", monthContent.registerVersion(), monthContent.resultRegisterVersions());
        monthContent
                .ruleSets()
                .forEach(rules ->
                        hash.line("rules", rules.edition(), rules.calendar(), text(new TreeMap<>(rules.switches()))));
        monthContent.figures().forEach(hash::figure);
        monthContent
                .gaps()
                .forEach(gap -> hash.line("gap", gap.unit(), gap.channel().word(), gap.wholeMonth(), gap.days()));
        monthContent.pins().forEach(resultRevision -> hash.pin("result", resultRevision));
        monthContent.unattributed().forEach(resultRevision -> hash.pin("unattributed", resultRevision));
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void figure(Figure figure) {
        Subject subject = figure.subject();
        Counts counts = figure.counts();
        line(
                "figure",
                subject.level().word(),
                subject.id(),
                subject.name(),
                Objects.requireNonNullElse(subject.region(), ""),
                Objects.requireNonNullElse(subject.provider(), ""),
                subject.form() == null ? "" : subject.form().word(),
                figure.channel().word(),
                figure.status().word(),
                counts.contactsIn(),
                text(counts.hit()),
                text(counts.miss()),
                text(counts.excluded()),
                text(counts.merged()));
        if (figure.effects() != null) {
            figure.effects().forEach(effect -> effect(figure, effect));
        }
    }

    private void effect(Figure figure, Effect effect) {
        line(
                "effect",
                figure.subject().level().word(),
                figure.subject().id(),
                figure.channel().word(),
                effect.interpretation(),
                effect.reading(),
                effect.hits(),
                effect.counted());
    }

    private void pin(String word, ResultRevision resultRevision) {
        line(
                word,
                resultRevision.unit(),
                resultRevision.date(),
                resultRevision.channel().word(),
                resultRevision.revision());
    }

    private void line(Object... fields) {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : "\t").append(field);
        }
        digest.update(line.append('\n').toString().getBytes(UTF_8));
    }

    private static String text(Map<String, ?> sorted) {
        StringBuilder text = new StringBuilder();
        sorted.forEach((key, value) ->
                text.append(text.isEmpty() ? "" : " ").append(key).append('=').append(value));
        return text.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
