package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Contacts of every kind on a few lines, days and callers, so that they meet in groups. Same seed, same contacts. */
final class RandomContacts {

    private static final String[] PHONES = {
        "+46631000001",
        "+46631000002",
        "+46631000003",
        "+46631000004",
        "+46631000011",
        "+46631000021",
        "+46771117700",
        "+46631000041",
        "+46631000051"
    };
    private static final String[] CHATS = {"chat-bjorken", "chat-stranden"};
    private static final Contact.Kind[] CHAT_KINDS = {Contact.Kind.QUEUE, Contact.Kind.BOOKED, Contact.Kind.BOT};
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);

    private final Random random;

    private RandomContacts(long seed) {
        this.random = new Random(seed);
    }

    static List<Contact> of(long seed, int count) {
        RandomContacts contacts = new RandomContacts(seed);
        List<Contact> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(contacts.next(i));
        }
        return made;
    }

    private Contact next(int number) {
        boolean chat = random.nextInt(4) == 0;
        LocalDate day = FIRST.plusDays(random.nextInt(6));
        long created = Day.of(day).start() + random.nextInt(86_400_000);
        long answered = random.nextBoolean() ? after(created) : Contact.NONE;
        boolean cancelled = answered == Contact.NONE && random.nextInt(5) == 0;
        return new Contact(
                new ContactId("p", "s", "id-" + number),
                chat ? one(CHATS) : one(PHONES),
                chat ? Channel.CHAT : Channel.PHONE,
                chat ? one(CHAT_KINDS) : one(phoneKinds()),
                random.nextInt(10) == 0 ? one(Contact.Origin.values()) : Contact.Origin.PATIENT,
                random.nextInt(10) == 0 ? one(Contact.Caller.values()) : Contact.Caller.PATIENT,
                random.nextInt(8) == 0 ? null : "caller-" + random.nextInt(30),
                chat && random.nextBoolean() ? "problem-" + random.nextInt(3) : null,
                created,
                answered,
                attempts(created),
                !chat && random.nextInt(6) == 0 ? after(created) : Contact.NONE,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0 ? day.plusDays(random.nextInt(3)) : null,
                cancelled ? after(created) : Contact.NONE,
                cancelled ? one(Contact.Ender.values()) : null,
                chat && random.nextInt(4) == 0 ? one(CHATS) : null);
    }

    private long[] attempts(long created) {
        return random.nextInt(4) == 0
                ? random.longs(random.nextInt(4), created, created + 129_600_000L)
                        .toArray()
                : Contact.NO_ATTEMPTS;
    }

    private long after(long created) {
        return created + random.nextInt(129_600_000);
    }

    private static Contact.Kind[] phoneKinds() {
        return new Contact.Kind[] {
            Contact.Kind.CALLBACK,
            Contact.Kind.CALLBACK,
            Contact.Kind.QUEUE,
            Contact.Kind.FULL,
            Contact.Kind.CLOSED,
            Contact.Kind.ABORTED,
            Contact.Kind.VOICEMAIL,
            Contact.Kind.VIDEO,
            Contact.Kind.FORWARDED
        };
    }

    private <T> T one(T[] of) {
        return of[random.nextInt(of.length)];
    }
}
