package se.nollan.rules.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.explanation.SliceDigest;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Dispositions;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleText;

/**
 * What other rules would have given. Never a result, and never sent.
 *
 * @param months what each month was compared by
 * @param totals sums over the units and months; 1177 is no part of them (S-2)
 * @param figures by rule set, month, unit and channel, those that have contacts
 * @param moved one page of the contacts that moved
 */
record WhatIfAnswer(
        long registerVersion,
        SliceDigest slices,
        List<MonthRules> months,
        List<Figure> totals,
        List<Figure> figures,
        Moves moved) {

    static final String TOTAL = "total";

    /** The rule sets of a month: the one compared with, and the others in the order that they were asked in. */
    record MonthRules(YearMonth month, JsonNode base, List<JsonNode> ruleSets) {}

    /** Hits, counted and share; a share is null when nothing is counted. */
    record Share(long hits, long counted, @Nullable BigDecimal share) {
        static Share of(Counts counts) {
            return new Share(counts.hits(), counts.counted(), counts.share());
        }

        Share minus(Share other) {
            return new Share(
                    hits - other.hits,
                    counted - other.counted,
                    share == null || other.share == null ? null : share.subtract(other.share));
        }
    }

    /**
     * A figure under other rules.
     *
     * @param ruleSet which of the rule sets asked about, from 0
     * @param unit null in a sum over units, and {@code month} in one over months
     * @param base what it is, {@code other} what it would be
     * @param difference other less base
     * @param moved how many contacts moved
     */
    record Figure(
            int ruleSet,
            @Nullable String unit,
            @Nullable YearMonth month,
            String channel,
            Share base,
            Share other,
            Share difference,
            long moved) {}

    /** Contacts that moved, by day, rule set, unit and time. */
    record Moves(List<Moved> items, int page, int limit, long total) {}

    /** One contact, what it is and what it would be; the one or the other is null where no unit has it. */
    record Moved(
            int ruleSet,
            ContactId contact,
            LocalDate date,
            String channel,
            String kind,
            Instant createdAt,
            @Nullable Verdict from,
            @Nullable Verdict to) {

        static Moved of(MovedContact movedContact) {
            Judgement one = movedContact.from() != null ? movedContact.from() : movedContact.to();
            if (one == null) {
                throw new IllegalStateException("A contact moved from nowhere to nowhere");
            }
            Channel channel = movedContact.contact().channel();
            return new Moved(
                    movedContact.ruleSet(),
                    movedContact.contact().id(),
                    one.date(),
                    channel.word(),
                    movedContact.contact().kind().name().toLowerCase(Locale.ROOT),
                    Instant.ofEpochMilli(movedContact.contact().createdAt()),
                    Verdict.of(movedContact.from()),
                    Verdict.of(movedContact.to()));
        }
    }

    /** A disposition, by which rule, and at which unit. */
    record Verdict(
            String unit,
            String disposition,
            RuleText rule,
            @Nullable ContactId mergedInto) {

        static @Nullable Verdict of(@Nullable Judgement judgement) {
            if (judgement == null) {
                return null;
            }
            Disposition disposition = judgement.disposition();
            return new Verdict(
                    judgement.unit(),
                    Dispositions.word(disposition),
                    RuleText.of(disposition.rule()),
                    disposition instanceof Disposition.Merged merged ? merged.into() : null);
        }
    }
}
