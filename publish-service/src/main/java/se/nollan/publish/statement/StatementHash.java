package se.nollan.publish.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.nollan.base.text.Sha256;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.Gap;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.figure.Subject;
import se.nollan.publish.results.Counts;
import se.nollan.publish.results.Effect;
import se.nollan.publish.results.RuleSet;

/**
 * The hashes of what a statement says: SHA-256 over its facts as lines of text, fields separated by tabs, in lower-case hex. They do not
 * depend on how JSON is written, so that anyone can compute them again; the README gives the lines.
 */
final class StatementHash {

    private final MessageDigest digest;

    private StatementHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** Over the figures and what they were made from, before anything is suppressed; the same month gives the same. */
    static String ofContent(MonthContent monthContent) {
        StatementHash hash = new StatementHash(Sha256.empty());
        hash.line("statement", monthContent.scope().region(), monthContent.month());
        hash.line("register", monthContent.registerVersion(), monthContent.resultRegisterVersions());
        monthContent.ruleSets().forEach(hash::rules);
        monthContent.figures().forEach(hash::figure);
        monthContent.gaps().forEach(hash::gap);
        monthContent.pins().forEach(resultRevision -> hash.pin("result", resultRevision));
        monthContent.unattributed().forEach(resultRevision -> hash.pin("unattributed", resultRevision));
        return hash.hex();
    }

    /** Over all that a signed statement says, with who signed it and the version before: told to the region. */
    static String ofWhole(Statement signed, @Nullable String previous) {
        StatementHash hash = new StatementHash(Sha256.empty());
        hash.line("content", signed.contentHash());
        hash.signed(signed, previous);
        hash.line("drafted", signed.drafted().client(), orEmpty(signed.drafted().user()));
        if (signed.signed() != null) {
            hash.line(
                    "signed", signed.signed().client(), orEmpty(signed.signed().user()));
        }
        return hash.hex();
    }

    /**
     * Over what one reader sees of a statement: what the public sees of a signed one is held to this. It is made after suppression, so
     * that nobody can confirm a guess by it.
     */
    static String ofView(Statement statement, ReaderView view, long suppressBelow, @Nullable String previous) {
        StatementHash hash = new StatementHash(Sha256.empty());
        MonthContent content = statement.content();
        hash.signed(statement, previous);
        hash.line("suppress-below", suppressBelow);
        hash.line("register", content.registerVersion(), content.resultRegisterVersions());
        content.ruleSets().forEach(hash::rules);
        view.figures().forEach(hash::shownFigure);
        view.gaps().forEach(hash::gap);
        view.changes()
                .forEach(change -> hash.line(
                        "change",
                        change.level().word(),
                        change.id(),
                        change.channel().word()));
        return hash.hex();
    }

    static String ofText(String text) {
        return HexFormat.of().formatHex(Sha256.empty().digest(text.getBytes(UTF_8)));
    }

    private void signed(Statement statement, @Nullable String previous) {
        line(
                "statement",
                statement.id(),
                statement.drafted().at(),
                statement.signed() == null ? "" : statement.signed().at());
        line("reason", orEmpty(statement.reason()));
        line("previous", orEmpty(previous));
    }

    private void rules(RuleSet rules) {
        line("rules", rules.edition(), rules.calendar(), text(new TreeMap<>(rules.switches())));
    }

    private void gap(Gap gap) {
        line("gap", gap.unit(), gap.channel().word(), gap.wholeMonth(), gap.days());
    }

    private void shownFigure(Figure figure) {
        subject(
                figure,
                figure.counts().contactsIn(),
                figure.counts().hits(),
                figure.counts().misses(),
                figure.counts().excludedContacts(),
                figure.counts().mergedContacts());
    }

    private void subject(Figure figure, Object... counts) {
        Subject subject = figure.subject();
        List<Object> fields = new ArrayList<>(List.of(
                "figure",
                subject.level().word(),
                subject.id(),
                subject.name(),
                orEmpty(subject.region()),
                orEmpty(subject.provider()),
                subject.form() == null ? "" : subject.form().word(),
                figure.channel().word(),
                figure.status().word()));
        fields.addAll(List.of(counts));
        line(fields.toArray());
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void figure(Figure figure) {
        Counts counts = figure.counts();
        subject(
                figure,
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
}
