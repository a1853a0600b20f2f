package se.nollan.publish.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import se.nollan.publish.results.Channel;

/** Every sum that a reader of a statement can write down: what could be used to compute a hidden figure back. */
final class Equations {

    /**
     * {@code sum} is the sum of {@code terms}.
     *
     * @param acrossChannels phone and chat to a total, rather than a level to the one above
     */
    record Equation(Figure.Key sum, List<Figure.Key> terms, boolean acrossChannels) {}

    private record Leaf(Level level, String id) {}

    private final List<Subject> leaves = new ArrayList<>();
    private final Map<Level, Map<String, Set<Leaf>>> leavesOf = new TreeMap<>();
    private final Set<Figure.Key> known = new HashSet<>();
    private final List<Equation> equations = new ArrayList<>();

    private Equations() {}

    static List<Equation> of(Collection<Figure> figures) {
        Equations all = new Equations();
        Set<Subject> subjects = new HashSet<>();
        figures.forEach(figure -> {
            all.known.add(figure.key());
            subjects.add(figure.subject());
        });
        subjects.forEach(all::acrossChannels);
        subjects.stream().filter(Equations::isLeaf).forEach(all.leaves::add);
        all.group(Level.UNIT, leaf -> leaf.id().split("#", 2)[0]);
        all.group(Level.PROVIDER, Subject::provider);
        all.group(Level.FORM, leaf -> leaf.form().word());
        all.group(Level.REGION, Subject::region);
        if (subjects.stream().anyMatch(subject -> subject.level() == Level.NATION)) {
            all.group(Level.NATION, leaf -> "00");
        }
        all.acrossLevels();
        return all.equations;
    }

    /** A unit with one owner, or an owner's part of a unit: everything else is a sum of these. 1177 is part of no sum. */
    private static boolean isLeaf(Subject subject) {
        return subject.level() == Level.UNIT_PART
                || subject.level() == Level.UNIT
                        && subject.region() != null
                        && subject.provider() != null
                        && subject.form() != null;
    }

    private void group(Level level, Function<Subject, String> idOf) {
        Map<String, Set<Leaf>> groups = new LinkedHashMap<>();
        leaves.forEach(leaf ->
                groups.computeIfAbsent(idOf.apply(leaf), id -> new HashSet<>()).add(new Leaf(leaf.level(), leaf.id())));
        leavesOf.put(level, groups);
    }

    private void acrossChannels(Subject subject) {
        add(
                new Figure.Key(subject.level(), subject.id(), Channel.TOTAL),
                List.of(
                        new Figure.Key(subject.level(), subject.id(), Channel.PHONE),
                        new Figure.Key(subject.level(), subject.id(), Channel.CHAT)),
                true);
    }

    /** A level is the sum of its leaves, and of every level whose groups lie wholly within it. */
    private void acrossLevels() {
        leavesOf.forEach((level, groups) -> groups.forEach((id, within) -> {
            for (Channel channel : Channel.values()) {
                Figure.Key sum = new Figure.Key(level, id, channel);
                add(sum, keys(within, channel), false);
                leavesOf.forEach((finer, finerGroups) -> {
                    if (level == Level.UNIT || finer == level) {
                        return;
                    }
                    List<Figure.Key> terms = new ArrayList<>();
                    int covered = 0;
                    for (Map.Entry<String, Set<Leaf>> group : finerGroups.entrySet()) {
                        if (within.containsAll(group.getValue())) {
                            terms.add(new Figure.Key(finer, group.getKey(), channel));
                            covered += group.getValue().size();
                        }
                    }
                    if (covered == within.size()) {
                        add(sum, terms, false);
                    }
                });
            }
        }));
    }

    private static List<Figure.Key> keys(Collection<Leaf> leaves, Channel channel) {
        return leaves.stream()
                .map(leaf -> new Figure.Key(leaf.level(), leaf.id(), channel))
                .toList();
    }

    private void add(Figure.Key sum, List<Figure.Key> terms, boolean acrossChannels) {
        List<Figure.Key> existing = terms.stream()
                .filter(term -> known.contains(term) && !term.equals(sum))
                .toList();
        if (known.contains(sum) && !existing.isEmpty()) {
            equations.add(new Equation(sum, existing, acrossChannels));
        }
    }
}
