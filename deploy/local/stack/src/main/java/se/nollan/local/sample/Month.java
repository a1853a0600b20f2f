package se.nollan.local.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Makes up a month, day by day: every case once on one day at one unit, and then as chance has it. */
final class Month {
    private static final int CHATS_PER_CENT = 14;
    private static final int WITHHELD_PER_CENT = 2;

    private final Region region;
    private final Sample.Wish wish;
    private final List<Place> places;

    Month(Region region, Sample.Wish wish) {
        this.region = region;
        this.wish = wish;
        this.places = Place.of(region.register());
    }

    List<Delivery> write(Path folder) throws IOException {
        try (Outbox outbox = new Outbox(region, folder)) {
            writeDays(outbox);
            return outbox.deliveries(wish.month().atDay(1), wish.month().atEndOfMonth());
        }
    }

    private void writeDays(Outbox outbox) {
        LocalDate showDay = showDay();
        long written = 0;
        long weight = 0;
        long total = totalWeight();
        for (LocalDate day : days()) {
            List<Contact> contacts = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                Place place = places.get(i);
                PlaceDay placeDay = new PlaceDay(place, day, new Random(seedOf(day, i)), contacts::add);
                if (i == 0 && day.equals(showDay)) {
                    placeDay.playEveryCase();
                }
                weight += weightOf(place, day);
                long target = Math.multiplyExact((long) wish.contacts(), weight) / total;
                while (written + contacts.size() < target) {
                    placeDay.playOne();
                }
            }
            contacts.sort(Comparator.comparing(Contact::createdAt));
            contacts.forEach(outbox::write);
            written += contacts.size();
            if (day.equals(showDay)) {
                outbox.writeFlaws(places.get(0).main(), day);
            }
        }
    }

    private List<LocalDate> days() {
        return wish.month()
                .atDay(1)
                .datesUntil(wish.month().atEndOfMonth().plusDays(1))
                .toList();
    }

    /** The first Wednesday: a working day whose next day is one too. */
    private LocalDate showDay() {
        return wish.month().atDay(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY));
    }

    private long totalWeight() {
        return days().stream()
                .mapToLong(day ->
                        places.stream().mapToLong(place -> weightOf(place, day)).sum())
                .sum();
    }

    private static long weightOf(Place place, LocalDate day) {
        return (long) place.size() * place.opening().weightOf(day);
    }

    private long seedOf(LocalDate day, int place) {
        return (wish.seed() * 1_000_003L + day.toEpochDay()) * 1_009L + place;
    }

    /** One unit's day. */
    private final class PlaceDay {
        private final Place place;
        private final LocalDate day;
        private final Random chance;
        private final People people;
        private final List<Place> neighbours;
        private final Consumer<Contact> out;

        PlaceDay(Place place, LocalDate day, Random chance, Consumer<Contact> out) {
            this.place = place;
            this.day = day;
            this.chance = chance;
            this.people = new People(chance);
            this.neighbours = places.stream()
                    .filter(other -> other != place && other.isOfSameSourceAs(place))
                    .toList();
            this.out = out;
        }

        void playEveryCase() {
            for (PhoneCase phone : PhoneCase.values()) {
                int hour = phone.queue == PhoneCase.Queue.CLOSED ? 7 : 9;
                phone.play(scene(day.atTime(hour, 1 + phone.ordinal()), people.nextNumber(), out));
            }
            for (ChatCase chat : ChatCase.values()) {
                chat.play(scene(day.atTime(10, 1 + chat.ordinal()), people.nextIndividual(), out));
            }
        }

        void playOne() {
            if (place.chat().isPresent() && chance.nextInt(100) < CHATS_PER_CENT) {
                ChatCase.pick(chance).play(scene(Opening.chatTime(day, chance), people.nextIndividual(), out));
            } else {
                playCall();
            }
        }

        private void playCall() {
            LocalDateTime came = place.opening().callTime(day, chance);
            boolean withheld = chance.nextInt(100) < WITHHELD_PER_CENT;
            Consumer<Contact> receiver = withheld ? contact -> out.accept(contact.withheld()) : out;
            Scene scene = scene(came, people.nextNumber(), receiver);
            if (!place.opening().isOpen(came)) {
                PhoneCase.Queue.CLOSED.pick(chance).play(scene);
            } else if (place.isStrained(came) && chance.nextInt(100) < 45) {
                PhoneCase.Queue.FULL.pick(chance).play(scene);
            } else {
                onTime(PhoneCase.Queue.OPEN.pick(chance)).play(scene);
            }
        }

        /** Where the service is poorer, more of the callbacks are made the next day. */
        private PhoneCase onTime(PhoneCase phone) {
            return phone == PhoneCase.CALLED_BACK && chance.nextInt(100) >= place.service()
                    ? PhoneCase.CALLED_BACK_NEXT_DAY
                    : phone;
        }

        private Scene scene(LocalDateTime came, String who, Consumer<Contact> receiver) {
            return new Scene(place, neighbours, came, who, chance, receiver);
        }
    }
}
