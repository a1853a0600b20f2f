package se.nollan.local.sample;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * A unit as its patients meet it.
 *
 * @param size how much it is called, relative to the others
 * @param service per cent of its callbacks that are made the same day
 */
record Place(
        Region.Unit unit,
        List<Region.Line> phones,
        Optional<Region.Line> chat,
        Opening opening,
        int size,
        int service) {

    static List<Place> of(Region.Register register) {
        List<Place> places = new ArrayList<>();
        for (Region.Unit unit : register.units()) {
            List<Region.Line> lines = register.lines().stream()
                    .filter(line -> line.unit().equals(unit.id()))
                    .toList();
            int number = places.size() + 1;
            places.add(new Place(
                    unit,
                    lines.stream().filter(line -> !line.isChat()).toList(),
                    lines.stream().filter(Region.Line::isChat).findFirst(),
                    Opening.of(unit.type()),
                    sizeOf(unit, number),
                    72 + number * 11 % 26));
        }
        return List.copyOf(places);
    }

    Region.Line main() {
        return phones.get(0);
    }

    /** A line that a patient happens to call: mostly the main number. */
    Region.Line anyPhone(Random chance) {
        return chance.nextInt(100) < 60 ? main() : phones.get(chance.nextInt(phones.size()));
    }

    /** Whether today's callback times have run out: earlier where the service is poor, and on Mondays. */
    boolean isStrained(LocalDateTime time) {
        int hours = service / 6 - (time.getDayOfWeek() == DayOfWeek.MONDAY ? 2 : 0);
        return opening == Opening.WORKING_HOURS && time.getHour() >= Math.max(hours, 10);
    }

    /** Whether both are the same provider's and their calls come from the same system. */
    boolean isOfSameSourceAs(Place other) {
        return unit.provider().equals(other.unit.provider())
                && Objects.equals(main().system(), other.main().system());
    }

    private static int sizeOf(Region.Unit unit, int number) {
        if (unit.parent() != null) {
            return 25;
        }
        return switch (unit.type()) {
            case "vardcentral" -> 60 + number * 37 % 80;
            case "1177" -> 140;
            case "jourcentral", "narakut", "ovrig-primarvard" -> 45;
            default -> 30;
        };
    }
}
