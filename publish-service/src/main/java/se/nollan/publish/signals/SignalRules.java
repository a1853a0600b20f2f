package se.nollan.publish.signals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import se.nollan.publish.results.Channel;

/** When a month deserves a look. Each rule is one function, and the README has them as a table. */
final class SignalRules {

    /** The PM expects one to three percent of withheld numbers [11]. */
    private static final long MOST_WITHHELD_PERCENT = 3;

    /** Under these many contacts a percentage says little. */
    private static final long ENOUGH = 100;

    /** Of so many contacts, one to three percent would be five to fifteen: none at all is no accident. */
    private static final long ENOUGH_FOR_NONE = 500;

    private static final List<BiFunction<Channel, ChannelMonth, Optional<Signal>>> OF_A_CHANNEL = List.of(
            SignalRules::manyWithheld,
            SignalRules::noneWithheld,
            SignalRules::doneWithoutCall,
            SignalRules::repeatedHour,
            SignalRules::skippedHour,
            SignalRules::unknownLine);

    private SignalRules() {}

    static List<Signal> of(
            List<LocalDate> silentDays,
            Map<Channel, ChannelMonth> channels,
            Map<Channel, History> histories,
            boolean over) {
        List<Signal> signals = new ArrayList<>();
        silent(silentDays).ifPresent(signals::add);
        channels.forEach((channel, month) -> {
            OF_A_CHANNEL.forEach(rule -> rule.apply(channel, month).ifPresent(signals::add));
            signals.addAll(Shift.of(channel, month.counts(), histories.getOrDefault(channel, new History()), over));
        });
        return signals;
    }

    private static Optional<Signal> silent(List<LocalDate> days) {
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Signal(
                        "silent-days",
                        null,
                        "Arbetsdagar utan en enda kontakt: %d, den första %s. Är allt inskickat?"
                                .formatted(days.size(), days.get(0)),
                        "Working days without a single contact: %d, the first %s. Has everything been sent?"
                                .formatted(days.size(), days.get(0))));
    }

    private static Optional<Signal> manyWithheld(Channel channel, ChannelMonth month) {
        long contacts = month.counts().contactsIn();
        if (channel != Channel.PHONE || contacts < ENOUGH) {
            return Optional.empty();
        }
        Percent share = Percent.of(month.withheld(), contacts);
        return share.over(MOST_WITHHELD_PERCENT)
                ? Optional.of(new Signal(
                        "withheld-many",
                        channel,
                        "%s %% av samtalen kommer från dolda nummer; 1–3 %% är att vänta.".formatted(share.swedish()),
                        "%s %% of the calls come from withheld numbers; 1–3 %% is to be expected."
                                .formatted(share.english())))
                : Optional.empty();
    }

    private static Optional<Signal> noneWithheld(Channel channel, ChannelMonth month) {
        long contacts = month.counts().contactsIn();
        boolean none = channel == Channel.PHONE
                && month.withheld() == 0
                && month.daysUnknown().isEmpty()
                && contacts >= ENOUGH_FOR_NONE;
        return none
                ? Optional.of(new Signal(
                        "withheld-none",
                        channel,
                        "Inget av %d samtal kommer från dolt nummer; 1–3 %% är att vänta. Läses leverantörens ord för dolt nummer som ett nummer?"
                                .formatted(contacts),
                        "None of %d calls comes from a withheld number; 1–3 %% is to be expected. Is the vendor's word for withheld read as a number?"
                                .formatted(contacts)))
                : Optional.empty();
    }

    private static Optional<Signal> doneWithoutCall(Channel channel, ChannelMonth month) {
        return when(
                month.doneWithoutCall(),
                "done-without-call",
                channel,
                "Återuppringningar till kända nummer som är klarmarkerade utan att någon har ringt: %d.",
                "Callbacks to known numbers that are marked as done though nobody called: %d.");
    }

    private static Optional<Signal> repeatedHour(Channel channel, ChannelMonth month) {
        return when(
                month.repeatedHour(),
                "repeated-hour",
                channel,
                "Kontakter i timmen som kommer två gånger när sommartiden slutar: %d.",
                "Contacts in the hour that comes twice when summer time ends: %d.");
    }

    private static Optional<Signal> skippedHour(Channel channel, ChannelMonth month) {
        return when(
                month.skippedHour(),
                "skipped-hour",
                channel,
                "Kontakter i sommartidens första timme: %d. Går leverantörens klocka rätt?",
                "Contacts in the first hour of summer time: %d. Is the vendor's clock right?");
    }

    private static Optional<Signal> unknownLine(Channel channel, ChannelMonth month) {
        return when(
                month.unknownLine(),
                "unknown-line",
                channel,
                "Kontakter på ingångar som registret inte känner den dagen: %d. De är i ingen siffra.",
                "Contacts on lines that the register does not know that day: %d. They are in no figure.");
    }

    private static Optional<Signal> when(long count, String name, Channel channel, String swedish, String english) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Signal(name, channel, swedish.formatted(count), english.formatted(count)));
    }
}
