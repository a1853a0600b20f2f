package se.nollan.publish.suppression;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.Level;
import se.nollan.publish.results.Channel;

/**
 * Puts cells together until the sum of every group can be told. What is published is then sums of such groups only, so nothing more
 * follows from it than from those, by whatever algebra. Of the ways to make a group safe the one is taken that hides least.
 */
final class Grouping {

    /** What it costs to hide a figure of a level: the wider it is, the more are interested. */
    private static final Map<Level, Integer> COST = Map.of(
            Level.NATION, 100,
            Level.REGION, 30,
            Level.FORM, 10,
            Level.PROVIDER, 3,
            Level.UNIT, 1,
            Level.UNIT_PART, 1,
            Level.CARE_1177, 1);

    private record Candidate(CellGroup group, long cost) {}

    private record Plan(CellGroup merged, boolean safe, long cost) {}

    private static final Comparator<Candidate> CHEAPEST = comparingLong(Candidate::cost)
            .thenComparing(candidate -> candidate.group.counted())
            .thenComparing(candidate -> candidate.group.first());

    private final FigureCells figures;
    private final Exposure exposure;
    private final BitSet shown = new BitSet();
    private final List<CellGroup> groups;

    Grouping(FigureCells figures, long threshold, List<Disclosure> earlier) {
        this.figures = figures;
        this.exposure = new Exposure(threshold);
        List<BitSet> containing = figures.containing();
        this.groups = new ArrayList<>(Pinned.groups(figures.counts(), containing, earlier));
        for (int figure = 0; figure < figures.figures().size(); figure++) {
            if (figures.figures().get(figure).counts().counted() >= threshold) {
                shown.set(figure);
            }
        }
        groups.forEach(group -> shown.andNot(group.crossing()));
        close();
    }

    /** The groups, in the order of their first cells. */
    List<Group> groups() {
        return groups.stream()
                .sorted(comparing(CellGroup::first))
                .map(CellGroup::toGroup)
                .toList();
    }

    private void close() {
        List<CellGroup> unsafe = groups.stream()
                .filter(group -> !isSafe(group))
                .sorted(comparing(CellGroup::first))
                .toList();
        for (CellGroup group : unsafe) {
            if (groups.contains(group)) {
                mend(group);
            }
        }
    }

    /** Merges a group with others, or shuts it where that hides less. */
    private void mend(CellGroup group) {
        Plan shut = new Plan(group, false, cost(group.containing()));
        Plan chosen = shut;
        for (Plan plan : List.of(oneMerge(group), severalMerges(group, shut.cost))) {
            if (plan.safe && plan.cost < chosen.cost) {
                chosen = plan;
            }
        }
        groups.removeAll(chosen.merged.parts());
        groups.add(chosen.merged.settled(chosen.safe));
        shown.andNot(chosen.safe ? chosen.merged.crossing() : chosen.merged.touching());
    }

    /** With the cheapest that is enough. */
    private Plan oneMerge(CellGroup group) {
        return candidates(group).stream()
                .filter(candidate -> isSafe(group.with(candidate.group)))
                .findFirst()
                .map(candidate -> new Plan(group.with(candidate.group), true, candidate.cost))
                .orElse(new Plan(group, false, 0));
    }

    /** With the cheapest, and again, until it is enough or costs more than to shut it; of those that cost the same, the largest. */
    private Plan severalMerges(CellGroup group, long limit) {
        CellGroup merged = group;
        long cost = 0;
        while (!isSafe(merged)) {
            CellGroup so = merged;
            List<Candidate> candidates = candidates(so);
            if (candidates.isEmpty() || candidates.get(0).cost >= limit) {
                return new Plan(merged, false, cost);
            }
            long cheapest = candidates.get(0).cost;
            List<Candidate> equal =
                    candidates.stream().filter(one -> one.cost == cheapest).toList();
            Candidate next = equal.stream()
                    .filter(one -> isSafe(so.with(one.group)))
                    .findFirst()
                    .orElse(equal.get(equal.size() - 1));
            merged = merged.with(next.group);
            cost = next.cost;
        }
        return new Plan(merged, true, cost);
    }

    /**
     * Groups that this one could be merged with, and what the whole merger would hide. One that was told as it stands is no cover: who
     * takes its sum from the merger's has this one's again.
     */
    private List<Candidate> candidates(CellGroup group) {
        return groups.stream()
                .filter(other -> !other.isShut()
                        && !other.isTold()
                        && !group.parts().contains(other)
                        && other.region().equals(group.region())
                        && other.apart() == group.apart())
                .map(other -> new Candidate(other, cost(group.with(other).crossing())))
                .sorted(CHEAPEST)
                .toList();
    }

    private boolean isSafe(CellGroup group) {
        return exposure.isSafe(group.counts(), group.earlier());
    }

    private long cost(BitSet hidden) {
        BitSet lost = (BitSet) hidden.clone();
        lost.and(shown);
        return lost.stream()
                .mapToLong(figure -> cost(figures.figures().get(figure)))
                .sum();
    }

    /** Of phone, chat and their total, the total is what is compared. */
    private static long cost(Figure figure) {
        return (long) COST.get(figure.subject().level()) * (figure.channel() == Channel.TOTAL ? 2 : 1);
    }
}
