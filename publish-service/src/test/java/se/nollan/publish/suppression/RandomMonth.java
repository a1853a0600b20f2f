package se.nollan.publish.suppression;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.register.Form;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;

/** A fictional month with many small units: several providers, some in several regions, units that change owner, 1177. */
final class RandomMonth {

    private static final String DAY = "2026-10-05";
    private static final String LATE = "2026-10-20";
    private static final LocalDate CHANGE = LocalDate.parse("2026-10-12");

    private record Place(String id, String region, boolean split) {}

    private final Examples month = new Examples();
    private final List<String> providers = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final TreeSet<String> regions = new TreeSet<>();

    private RandomMonth(SplittableRandom random) {
        int companies = 1 + random.nextInt(4);
        providers.add(Examples.REGION_OWN);
        for (int i = 0; i < companies; i++) {
            String id = "55600" + i + "-000" + i;
            month.provider(id, random.nextInt(4) == 0 ? Form.PUBLIC : Form.PRIVATE);
            providers.add(id);
        }
    }

    static RandomMonth ofARegion(SplittableRandom random) {
        RandomMonth month = new RandomMonth(random);
        month.units("23", 1 + random.nextInt(9), random);
        return month;
    }

    static RandomMonth ofANation(SplittableRandom random) {
        RandomMonth month = new RandomMonth(random);
        int regions = 2 + random.nextInt(3);
        for (int i = 0; i < regions; i++) {
            month.units(String.valueOf(20 + i), 1 + random.nextInt(5), random);
        }
        return month;
    }

    private void units(String region, int units, SplittableRandom random) {
        regions.add(region);
        for (int i = 0; i < units; i++) {
            Place place = new Place("SE2321000214-" + region + 'U' + i, region, random.nextInt(6) == 0);
            places.add(place);
            String owner = aProvider(random);
            if (place.split) {
                month.unit(place.id, owner, UnitType.VARDCENTRAL, region, null, new Period(null, CHANGE.minusDays(1)));
                month.unit(place.id, aProvider(random), UnitType.VARDCENTRAL, region, null, new Period(CHANGE, null));
            } else {
                UnitType type = random.nextInt(12) == 0 ? UnitType.CARE_1177 : UnitType.VARDCENTRAL;
                month.unit(place.id, owner, type, region, null, Period.ALWAYS);
            }
            measure(place, random);
        }
    }

    private void measure(Place place, SplittableRandom random) {
        count(place.id, DAY, Channel.PHONE, random);
        if (place.split) {
            count(place.id, LATE, Channel.PHONE, random);
        }
        if (random.nextInt(3) > 0) {
            count(place.id, DAY, Channel.CHAT, random);
        }
    }

    private void count(String unit, String day, Channel channel, SplittableRandom random) {
        int size = random.nextInt(10);
        int most = size == 0 ? 0 : size < 5 ? 6 : size < 8 ? 30 : 400;
        long hits = random.nextInt(most + 1);
        long misses = random.nextInt(3) == 0 ? 0 : random.nextInt(most / 3 + 1);
        month.result(unit, day, channel, 1, Examples.counts(hits, misses, random.nextInt(3), 0), Examples.RULES);
    }

    /** One or two units have other figures than they had. */
    void correct(SplittableRandom random) {
        int units = 1 + random.nextInt(2);
        for (int i = 0; i < units; i++) {
            measure(places.get(random.nextInt(places.size())), random);
        }
    }

    MonthContent content(Scope scope) {
        return month.month(scope);
    }

    TreeSet<String> regions() {
        return regions;
    }

    List<String> providers() {
        return providers;
    }

    String aProvider(SplittableRandom random) {
        return providers.get(random.nextInt(providers.size()));
    }
}
