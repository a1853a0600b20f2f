package se.nollan.publish.suppression;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import se.nollan.publish.figure.Figure;

/**
 * What is told of a month by one statement: the sums of groups, and nothing that is no sum of whole groups. Kept with the statement when
 * it is signed, for whatever is published of the month later is held against it.
 *
 * @param threshold contacts counted from which a figure is shown
 * @param groups every cell that counted something is in one
 */
public record Disclosure(long threshold, List<Group> groups) {

    public Disclosure {
        groups = List.copyOf(groups);
    }

    /**
     * The groups by which a month can be published beside what is published of it already.
     *
     * @param threshold 0 or 1 hides nothing
     * @param earlier of every statement of the month that shares cells with this one: versions, its region's, the nation's
     */
    public static Disclosure of(Collection<Figure> figures, long threshold, List<Disclosure> earlier) {
        return new Disclosure(threshold, new Grouping(new FigureCells(figures), threshold, earlier).groups());
    }

    /** The figures that the public does not see: those below the threshold, and those that are no sum of groups that are shown. */
    public Set<Figure.Key> hidden(Collection<Figure> figures) {
        return new FigureCells(figures).hidden(this);
    }
}
