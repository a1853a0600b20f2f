package se.nollan.rules.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Predicate;
import se.nollan.rules.explanation.FollowUpExplanation.ChannelFollowUp;
import se.nollan.rules.explanation.FollowUpExplanation.DayFollowUp;
import se.nollan.rules.explanation.FollowUpExplanation.Figure;
import se.nollan.rules.explanation.FollowUpExplanation.Target;
import se.nollan.rules.followup.OwnRulesVersion;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.FollowUp;
import se.nollan.rules.measure.FollowUp.Count;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Tally;

/** Puts a region's follow-up of a unit's month beside the national figure. */
final class UnitFollowUp {

    private final UnitDays days;
    private final List<Tally> national;
    private final OwnRulesVersion own;
    private final FollowUp followUp;
    private final List<Count> counts;

    UnitFollowUp(UnitDays days, UnitDays.Judged national, OwnRulesVersion own, PublicHolidays calendar) {
        this.days = days;
        this.national = national.tallies();
        this.own = own;
        List<Contact> contacts = days.slices().stream()
                .flatMap(slice -> slice.contacts().stream())
                .toList();
        this.followUp =
                FollowUp.of(days.register().register(), calendar, own.rules().over(days.ruleSet()), contacts);
        this.counts = followUp.counts().stream()
                .filter(count -> count.unit().equals(days.unit()))
                .toList();
    }

    FollowUpExplanation explained(JsonNode ruleSet) {
        LocalDate first = days.days().get(0);
        Formula phone = formula(Channel.PHONE);
        Formula chat = formula(Channel.CHAT);
        return new FollowUpExplanation(
                days.unit(),
                YearMonth.from(first),
                first,
                days.days().get(days.days().size() - 1),
                "regional",
                own,
                ruleSet,
                days.register().version(),
                SliceDigest.of(days.slices()),
                List.of(
                        channel(
                                "phone",
                                phone,
                                count -> count.channel() == Channel.PHONE,
                                tally -> tally.channel() == Channel.PHONE),
                        channel(
                                "chat",
                                chat,
                                count -> count.channel() == Channel.CHAT,
                                tally -> tally.channel() == Channel.CHAT),
                        channel("total", Formula.total(phone, chat), count -> true, tally -> true)),
                days.days().stream().map(this::day).toList());
    }

    private Formula formula(Channel channel) {
        return Formula.of(
                channel,
                days.ruleSet().edition(),
                own.rules().hours(),
                followUp.judgements().stream()
                        .filter(judgement -> judgement.unit().equals(days.unit()))
                        .filter(judgement -> judgement.contact().channel() == channel)
                        .toList());
    }

    private ChannelFollowUp channel(
            String word, Formula formula, Predicate<Count> wanted, Predicate<Tally> wantedNationally) {
        List<Count> some = counts.stream().filter(wanted).toList();
        return new ChannelFollowUp(
                word,
                figure(some),
                Figure.of(Counts.of(national.stream().filter(wantedNationally).toList())),
                formula,
                target(some));
    }

    private DayFollowUp day(LocalDate day) {
        List<Count> some =
                counts.stream().filter(count -> count.date().equals(day)).toList();
        return new DayFollowUp(
                day,
                figure(some.stream()
                        .filter(count -> count.channel() == Channel.PHONE)
                        .toList()),
                figure(some.stream()
                        .filter(count -> count.channel() == Channel.CHAT)
                        .toList()),
                target(some));
    }

    private static Figure figure(List<Count> counts) {
        long hits = counts.stream().mapToLong(Count::hits).sum();
        long counted = counts.stream().mapToLong(Count::counted).sum();
        return new Figure(
                counts.stream().mapToLong(Count::contactsIn).sum(), hits, counted, Counts.share(hits, counted));
    }

    private Target target(List<Count> counts) {
        long callbacks = counts.stream().mapToLong(Count::callbacks).sum();
        long within = counts.stream().mapToLong(Count::withinTarget).sum();
        Integer minutes = own.rules().targetMinutes();
        return new Target(minutes, callbacks, within, minutes == null ? null : Counts.share(within, callbacks));
    }
}
