package se.nollan.local.sample;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** One person who turns to one unit at one moment, and what a case can let happen from there. */
final class Scene {
    static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private final Place place;
    private final List<Place> neighbours;
    private final LocalDateTime came;
    private final String who;
    private final Random chance;
    private final Consumer<Contact> out;

    Scene(Place place, List<Place> neighbours, LocalDateTime came, String who, Random chance, Consumer<Contact> out) {
        this.place = place;
        this.neighbours = neighbours;
        // An hour that summer time skips is moved past it: no log holds such a time.
        this.came = came.atZone(ZONE).toLocalDateTime();
        this.who = who;
        this.chance = chance;
        this.out = out;
    }

    Contact call(String kind) {
        return callAt(came, kind);
    }

    Contact callAt(LocalDateTime time, String kind) {
        return callOn(place.anyPhone(chance), time, kind);
    }

    Contact callMain(LocalDateTime time, String kind) {
        return callOn(place.main(), time, kind);
    }

    Contact callOn(Region.Line line, LocalDateTime time, String kind) {
        return add(new Contact(line, kind, time).by(who));
    }

    Contact chat(String kind) {
        return chatAt(came, kind);
    }

    Contact chatAt(LocalDateTime time, String kind) {
        return chatOn(entrance(), time, kind);
    }

    Contact chatOn(Region.Line entrance, LocalDateTime time, String kind) {
        return add(new Contact(entrance, kind, time).by(who));
    }

    /** The unit's chat entrance; a chat case is only played where there is one. */
    Region.Line entrance() {
        return place.chat().orElseThrow();
    }

    /** The unit's line that is measured as little as possible, else its main number (S-3). */
    Region.Line poorestLine() {
        return place.phones().stream()
                .filter(line -> !line.isMeasured())
                .skip(chance.nextInt(2))
                .findFirst()
                .orElse(place.main());
    }

    /** The main number of the unit's branch, else of the unit (S-4). */
    Region.Line branchOrMain() {
        return neighbours.stream()
                .filter(other -> place.unit().id().equals(other.unit().parent()))
                .findFirst()
                .orElse(place)
                .main();
    }

    /** The main number of another unit of the provider, else of this one. */
    Region.Line mainElsewhere() {
        return elsewhere(neighbours).orElse(place).main();
    }

    /** The chat entrance of another unit of the provider, else of this one. */
    Region.Line entranceElsewhere() {
        List<Place> chatting =
                neighbours.stream().filter(other -> other.chat().isPresent()).toList();
        return elsewhere(chatting).orElse(place).chat().orElseThrow();
    }

    LocalDateTime came() {
        return came;
    }

    LocalDate today() {
        return came.toLocalDate();
    }

    /** Within half an hour, the same day. */
    LocalDateTime soon() {
        return after(1 + chance.nextInt(25));
    }

    /** Within four hours, the same day. */
    LocalDateTime later() {
        return after(20 + chance.nextInt(220));
    }

    /** So many minutes after the person came, or a little less, for seconds; never past the end of the day. */
    LocalDateTime after(int minutes) {
        LocalDateTime time = came.plus(Duration.ofSeconds(minutes * 60L - chance.nextInt(50)));
        LocalDateTime end = today().atTime(23, 59, 59);
        return time.isAfter(end) ? end : time;
    }

    LocalDateTime at(int hour, int minute, int second) {
        return today().atTime(hour, minute, second);
    }

    /** The next working day of the week, in the forenoon. */
    LocalDateTime nextDay() {
        LocalDate next = today().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) >= 0
                ? today().with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : today().plusDays(1);
        return next.atTime(8 + chance.nextInt(3), chance.nextInt(60), chance.nextInt(60));
    }

    int upTo(int most) {
        return 1 + chance.nextInt(most);
    }

    private Optional<Place> elsewhere(List<Place> places) {
        return places.isEmpty() ? Optional.empty() : Optional.of(places.get(chance.nextInt(places.size())));
    }

    private Contact add(Contact contact) {
        out.accept(contact);
        return contact;
    }
}
