package se.nollan.rules.measure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A contact in the making, for tests that read as sentences. Times without a date lie on Monday 2026-10-05. */
final class Given {

    static final String MAIN = "+46631000001";
    static final String BRANCH = "+46631000011";
    static final String OTHER_CARE = "+46631000041";
    static final String CHAT = "chat-bjorken";
    static final String OTHER_CHAT = "chat-stranden";
    static final String UNIT = "SE2321000214-E000000000001";
    static final String OTHER_UNIT = "SE2321000214-E000000000003";

    private final String id;
    private final Contact.Kind kind;
    private Channel channel = Channel.PHONE;
    private String line = MAIN;
    private Contact.Origin origin = Contact.Origin.PATIENT;
    private Contact.Caller caller = Contact.Caller.PATIENT;
    private @Nullable String contact = "caller";
    private @Nullable String problem;
    private long createdAt = at("09:00");
    private long answeredAt = Contact.NONE;
    private final List<Long> attempts = new ArrayList<>();
    private long doneAt = Contact.NONE;
    private boolean offered;
    private @Nullable LocalDate chosen;
    private long cancelledAt = Contact.NONE;
    private Contact.@Nullable Ender cancelledBy;
    private @Nullable String firstLine;

    private Given(String id, Contact.Kind kind) {
        this.id = id;
        this.kind = kind;
    }

    static Given callback(String id) {
        return new Given(id, Contact.Kind.CALLBACK);
    }

    static Given call(String id, Contact.Kind kind) {
        return new Given(id, kind);
    }

    static Given chat(String id) {
        return chat(id, Contact.Kind.QUEUE);
    }

    static Given chat(String id, Contact.Kind kind) {
        Given chat = new Given(id, kind);
        chat.channel = Channel.CHAT;
        chat.line = CHAT;
        return chat;
    }

    Given on(String line) {
        this.line = line;
        return this;
    }

    Given cameIn(String time) {
        this.createdAt = at(time);
        return this;
    }

    Given answered(String time) {
        this.answeredAt = at(time);
        return this;
    }

    Given attempted(String... times) {
        for (String time : times) {
            attempts.add(at(time));
        }
        return this;
    }

    Given markedDone(String time) {
        this.doneAt = at(time);
        return this;
    }

    Given from(@Nullable String contact) {
        this.contact = contact;
        return this;
    }

    Given withheld() {
        return from(null);
    }

    Given about(String problem) {
        this.problem = problem;
        return this;
    }

    Given madeBy(Contact.Origin origin) {
        this.origin = origin;
        return this;
    }

    Given caller(Contact.Caller caller) {
        this.caller = caller;
        return this;
    }

    Given offeredTodayButChose(String date) {
        this.offered = true;
        this.chosen = LocalDate.parse(date);
        return this;
    }

    Given cancelled(String time, Contact.Ender by) {
        this.cancelledAt = at(time);
        this.cancelledBy = by;
        return this;
    }

    Given handedOverFrom(String firstLine) {
        this.firstLine = firstLine;
        return this;
    }

    Contact contact() {
        return new Contact(
                new ContactId("556677-8899", "teleq", id),
                line,
                channel,
                kind,
                origin,
                caller,
                contact,
                problem,
                createdAt,
                answeredAt,
                attempts.stream().mapToLong(Long::longValue).toArray(),
                doneAt,
                offered,
                chosen,
                cancelledAt,
                cancelledBy,
                firstLine);
    }

    /** Milliseconds of a local Swedish time, {@code 09:00} or {@code 2026-10-06T09:00}. */
    static long at(String time) {
        LocalDateTime local = LocalDateTime.parse(time.contains("T") ? time : "2026-10-05T" + time);
        return local.atZone(Day.STOCKHOLM).toInstant().toEpochMilli();
    }

    static RuleSet edition(String name) {
        return RuleSet.of(Edition.named(name));
    }

    static Evaluation evaluate(RuleSet rules, Given... contacts) {
        List<Contact> made = new ArrayList<>();
        for (Given given : contacts) {
            made.add(given.contact());
        }
        return new Measure(Vectors.REGISTER, PublicHolidays.sweden(), rules).evaluate(made);
    }

    /** What became of each, for instance {@code HIT P-C2} or {@code MERGED P-U1 into a}. */
    static Map<String, String> judged(RuleSet rules, Given... contacts) {
        Map<String, String> words = new TreeMap<>();
        evaluate(rules, contacts)
                .judgements()
                .forEach(j -> words.put(j.contact().id().id(), words(j.disposition())));
        return words;
    }

    static Map<String, String> judged(Given... contacts) {
        return judged(RuleSet.of(Edition.V2_0), contacts);
    }

    private static String words(Disposition disposition) {
        String word = disposition.getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT) + " "
                + disposition.rule().id();
        return disposition instanceof Disposition.Merged merged
                ? word + " into " + merged.into().id()
                : word;
    }
}
