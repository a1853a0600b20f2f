package se.nollan.local.sample;

import static se.nollan.local.sample.PhoneCase.Queue.CLOSED;
import static se.nollan.local.sample.PhoneCase.Queue.FULL;
import static se.nollan.local.sample.PhoneCase.Queue.OPEN;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What can happen to somebody who phones, with how often it does among the cases of the same queue. Each constant names
 * the rule (measurement rules, edition 2.0) or the interpretation whose case it is.
 */
enum PhoneCase {
    CALLED_BACK("P-C2", OPEN, 5400, s -> s.call("callback").answered(s.later())),
    CALLED_BACK_NEXT_DAY("P-C4", OPEN, 150, s -> s.call("callback").answered(s.nextDay())),
    NEVER_CALLED_BACK("P-C4", OPEN, 110, s -> s.call("callback")),
    ANSWERED_IN_QUEUE("P-C1", OPEN, 2100, s -> s.call("queue").answered(s.soon())),
    HUNG_UP_IN_QUEUE("P-C1", OPEN, 260, s -> s.call("queue")),
    NO_ANSWER("P-C2", OPEN, 130, s -> s.call("callback").attempts(s.later())),
    NO_ANSWER_TWICE("I-6", OPEN, 50, s -> s.call("callback").attempts(s.after(40), s.after(130))),
    REACHED_AT_SECOND_ATTEMPT(
            "P-C2", OPEN, 90, s -> s.call("callback").attempts(s.after(35)).answered(s.after(120))),
    NO_ANSWER_REACHED_NEXT_DAY(
            "P-C2", OPEN, 40, s -> s.call("callback").attempts(s.later()).answered(s.nextDay())),
    WITHHELD_MARKED_DONE("P-C3", OPEN, 40, s -> s.call("callback").withheld().done(s.later())),
    WITHHELD_MARKED_DONE_NEXT_DAY(
            "P-C3", OPEN, 8, s -> s.call("callback").withheld().done(s.nextDay())),
    WITHHELD_IN_QUEUE_MARKED_DONE(
            "P-C3", OPEN, 6, s -> s.call("queue").withheld().done(s.later())),
    KNOWN_NUMBER_MARKED_DONE("P-C3", OPEN, 30, s -> s.call("callback").done(s.later())),
    BOOKED_ON_THE_WEB("P-C5", OPEN, 460, s -> s.call("callback").origin("web").answered(s.later())),
    CANCELLED_BY_PATIENT("P-C6", OPEN, 50, s -> s.call("callback").cancelled(s.later(), "patient")),
    CANCELLED_BY_STAFF("P-C6", OPEN, 20, s -> s.call("callback").cancelled(s.later(), "staff")),
    CHOSE_ANOTHER_DAY("P-X11", OPEN, 280, s -> choseAnotherDay(s).answered(s.nextDay())),
    CHOSE_ANOTHER_DAY_CALLED_TODAY("P-X11", OPEN, 20, s -> choseAnotherDay(s).answered(s.later())),
    ANOTHER_DAY_WITHOUT_OFFER("P-C4", OPEN, 50, s -> s.call("callback")
            .offeredSameDay(false)
            .chose(s.nextDay().toLocalDate())
            .answered(s.nextDay())),
    VOICEMAIL("P-X3", OPEN, 70, s -> s.call("voicemail")),
    VIDEO("P-X4", OPEN, 60, s -> s.call("video").answered(s.later())),
    STAFF_CALLED("P-X5", OPEN, 110, s -> s.call("callback").origin("staff").answered(s.later())),
    COLLEAGUE("P-X6", OPEN, 60, s -> s.call("queue").caller("colleague").answered(s.soon())),
    OTHER_PROVIDER("P-X6", OPEN, 50, s -> s.call("callback").caller("provider").answered(s.later())),
    MUNICIPALITY("P-X6", OPEN, 60, s -> s.call("callback").caller("municipality")),
    FORWARDED_WHILE_OPEN("P-X7", OPEN, 50, s -> {
        s.call("forwarded");
        s.callOn(s.mainElsewhere(), s.came(), "queue").answered(s.soon());
    }),
    ABORTED("I-10", OPEN, 150, s -> s.call("aborted")),
    ABORTED_WITHHELD("P-X10", OPEN, 30, s -> s.call("aborted").withheld()),
    TWO_CASES("P-U2", OPEN, 100, s -> {
        s.call("callback").answered(s.after(45));
        s.callAt(s.after(60 + s.upTo(120)), "callback").answered(s.after(250));
    }),
    TWO_CASES_ONE_COMPLETED("I-2", OPEN, 60, s -> {
        s.call("callback");
        s.callAt(s.after(60 + s.upTo(120)), "queue").answered(s.after(200));
    }),
    CALLED_THE_BRANCH_TOO("S-4", OPEN, 60, s -> {
        s.callMain(s.came(), "queue");
        s.callOn(s.branchOrMain(), s.after(20), "callback").answered(s.after(90));
    }),
    CALLED_ANOTHER_UNIT_TOO("P-U1", OPEN, 50, s -> {
        s.callMain(s.came(), "queue");
        s.callOn(s.mainElsewhere(), s.after(10), "queue").answered(s.after(25));
    }),
    CALLED_A_LINE_NOT_MEASURED(
            "S-3", OPEN, 90, s -> s.callOn(s.poorestLine(), s.came(), "queue").answered(s.soon())),

    FULL_ONCE("P-U3", FULL, 300, s -> s.callMain(s.came(), "full")),
    FULL_AGAIN_AND_AGAIN("P-U3", FULL, 200, s -> {
        s.callMain(s.came(), "full");
        s.callMain(s.after(6), "full");
        s.callMain(s.after(12 + s.upTo(40)), "full");
    }),
    FULL_WITHHELD("P-U4", FULL, 8, s -> {
        s.callMain(s.came(), "full").withheld();
        s.callMain(s.after(5), "full").withheld();
    }),
    FULL_THEN_CALLED_BACK("P-U1", FULL, 180, s -> {
        s.callMain(s.came(), "full");
        s.callAt(s.after(15 + s.upTo(60)), "callback").answered(s.after(180));
    }),
    CALLED_BACK_THEN_FULL("I-9", FULL, 30, s -> {
        s.call("callback").answered(s.after(20));
        s.callMain(s.after(60), "full");
    }),
    FULL_BESIDE_MISSED_CASE("I-9", FULL, 30, s -> {
        s.callMain(s.came(), "full");
        s.callAt(s.after(30), "callback");
    }),
    FULL_THEN_CHOSE_ANOTHER_DAY("P-U5", FULL, 40, s -> {
        s.callMain(s.came(), "full");
        s.callAt(s.after(20), "callback")
                .offeredSameDay(true)
                .chose(s.nextDay().toLocalDate())
                .answered(s.nextDay());
    }),
    ABORTED_THEN_FULL("P-X10", FULL, 20, s -> {
        s.call("aborted");
        s.callMain(s.after(3), "full");
    }),
    CLOSED_INSIDE_HOURS("P-U3", FULL, 60, s -> s.callMain(s.came(), "closed")),
    CLOSED_AND_FORWARDED("P-X7", FULL, 20, s -> {
        s.callMain(s.came(), "closed");
        s.callOn(s.mainElsewhere(), s.came(), "queue").answered(s.soon());
    }),
    WEB_FORM_WHEN_CLOSED("P-X8", FULL, 25, s -> s.callMain(s.came(), "closed").origin("web")),

    CLOSED_OUTSIDE_HOURS("P-X9", CLOSED, 600, s -> s.callMain(s.came(), "closed")),
    CLOSED_THEN_CALLED_BACK("P-X9", CLOSED, 200, s -> {
        s.callMain(s.at(7, 40 + s.upTo(19), 12), "closed");
        s.callAt(s.at(8, s.upTo(40), 5), "callback").answered(s.at(10, s.upTo(50), 40));
    }),
    CLOSED_AT_EIGHT_SHARP("P-X9", CLOSED, 4, s -> s.callMain(s.at(8, 0, 0), "closed")),
    CLOSED_JUST_BEFORE_EIGHT("P-X9", CLOSED, 6, s -> s.callMain(s.at(7, 59, 59), "closed")),
    CLOSED_AT_FIVE_SHARP("I-4", CLOSED, 4, s -> s.callMain(s.at(17, 0, 0), "closed")),
    CLOSED_JUST_AFTER_FIVE("P-X9", CLOSED, 6, s -> s.callMain(s.at(17, 0, 0).plusNanos(1_000_000), "closed")),
    BOOKED_AT_NIGHT("P-C5", CLOSED, 60, s -> s.callMain(s.at(21, s.upTo(59), 0), "callback")
            .origin("web")
            .answered(s.nextDay())),
    VOICEMAIL_AT_NIGHT("P-X3", CLOSED, 30, s -> s.callMain(s.came(), "voicemail"));

    /** How the queue stands when somebody calls. */
    enum Queue {
        OPEN,
        FULL,
        CLOSED;

        private List<PhoneCase> cases() {
            return Arrays.stream(PhoneCase.values())
                    .filter(c -> c.queue == this)
                    .toList();
        }

        PhoneCase pick(Random chance) {
            List<PhoneCase> cases = cases();
            return cases.get(Weights.pick(cases.stream().mapToInt(c -> c.weight).toArray(), chance));
        }
    }

    final String rule;
    final Queue queue;
    private final int weight;
    private final Consumer<Scene> story;

    PhoneCase(String rule, Queue queue, int weight, Consumer<Scene> story) {
        this.rule = rule;
        this.queue = queue;
        this.weight = weight;
        this.story = story;
    }

    void play(Scene scene) {
        story.accept(scene);
    }

    private static Contact choseAnotherDay(Scene s) {
        return s.call("callback").offeredSameDay(true).chose(s.nextDay().toLocalDate());
    }
}
