package se.nollan.local.sample;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;

/** What can happen to somebody who writes in a chat, and the rule or interpretation whose case it is. */
enum ChatCase {
    STARTED("C-2", 640, s -> s.chat("queue").problem("halsont").answered(s.later())),
    BOOKED_AND_STARTED("C-2", 220, s -> s.chat("booked").problem("recept").answered(s.later())),
    STARTED_NEXT_DAY("C-2", 55, s -> s.chat("queue").problem("utslag").answered(s.nextDay())),
    NEVER_STARTED("C-2", 40, s -> s.chat("queue").problem("utslag")),
    OVER_MIDNIGHT("C-2", 8, s -> s.chatAt(s.at(23, 50, 10), "queue")
            .answered(s.today().plusDays(1).atTime(0, 10))),
    QUEUED_AT_NIGHT("C-2", 12, s -> s.chatAt(s.at(0, s.upTo(50), 0), "queue").answered(s.at(8, s.upTo(50), 0))),
    ANONYMOUS("C-U1", 40, s -> s.chat("queue").withheld().answered(s.later())),
    BOT_ONLY("C-X1", 140, s -> s.chat("bot").withheld()),
    STAFF_STARTED("C-X2", 45, s -> s.chat("booked").origin("staff").answered(s.later())),
    CANCELLED("C-X3", 60, s -> s.chat("queue").cancelled(s.soon(), "patient")),
    BOOKED_AND_CANCELLED("C-X3", 20, s -> s.chat("booked").cancelled(s.later(), "patient")),
    CANCELLED_NEXT_DAY("I-11", 10, s -> s.chat("queue").cancelled(s.nextDay(), "patient")),
    CLOSED_BY_THE_SYSTEM("C-X3", 20, s -> s.chat("queue").cancelled(s.later(), "system")),
    CLOSED_BY_STAFF("C-X3", 12, s -> s.chat("queue").cancelled(s.later(), "staff")),
    CHOSE_ANOTHER_DAY("C-X4", 45, s -> choseAnotherDay(s).answered(s.nextDay())),
    CHOSE_ANOTHER_DAY_STARTED_TODAY("C-X4", 8, s -> choseAnotherDay(s).answered(s.later())),
    NO_TIME_TODAY("C-X4", 12, s -> s.chat("booked")
            .offeredSameDay(false)
            .chose(s.nextDay().toLocalDate())
            .answered(s.nextDay())),
    SAME_PROBLEM_TWICE("C-U1", 30, s -> {
        s.chat("queue").problem("feber");
        s.chatAt(s.after(50), "queue").problem("feber").answered(s.after(90));
    }),
    TWO_PROBLEMS("C-U1", 24, s -> {
        s.chat("queue").problem("feber").answered(s.after(30));
        s.chatAt(s.after(60), "queue").problem("recept");
    }),
    NO_PROBLEM_TWICE("I-8", 16, s -> {
        s.chat("queue");
        s.chatAt(s.after(40), "queue").answered(s.after(80));
    }),
    PROBLEM_AND_NONE("C-U1", 10, s -> {
        s.chat("queue").problem("allergi").answered(s.after(30));
        s.chatAt(s.after(70), "queue");
    }),
    HANDED_OVER("C-H1", 50, s -> s.chatOn(s.entranceElsewhere(), s.came(), "queue")
            .firstAt(s.entrance())
            .answered(s.later())),
    HANDED_OVER_NOT_TAKEN(
            "I-7", 10, s -> s.chatOn(s.entranceElsewhere(), s.came(), "queue").firstAt(s.entrance())),
    AT_TWO_UNITS("C-U1", 14, s -> {
        s.chat("queue").problem("yrsel");
        s.chatOn(s.entranceElsewhere(), s.after(30), "queue").problem("yrsel").answered(s.after(60));
    });

    private static final int[] WEIGHTS =
            Arrays.stream(values()).mapToInt(c -> c.weight).toArray();

    final String rule;
    private final int weight;
    private final Consumer<Scene> story;

    ChatCase(String rule, int weight, Consumer<Scene> story) {
        this.rule = rule;
        this.weight = weight;
        this.story = story;
    }

    static ChatCase pick(Random chance) {
        return values()[Weights.pick(WEIGHTS, chance)];
    }

    void play(Scene scene) {
        story.accept(scene);
    }

    private static Contact choseAnotherDay(Scene s) {
        return s.chat("booked").offeredSameDay(true).chose(s.nextDay().toLocalDate());
    }
}
