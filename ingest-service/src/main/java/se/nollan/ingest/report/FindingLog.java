package se.nollan.ingest.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;

/** Gathers findings instead of throwing: the first ones by line, and the number of all. Bounded whatever comes. */
public final class FindingLog {
    private record Kind(FindingCode rule, @Nullable Field field) {}

    private final List<Report.Entry> listed = new ArrayList<>();
    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    public void add(RowFinding rowFinding) {
        counts.merge(new Kind(rowFinding.rule(), rowFinding.field()), 1L, Long::sum);
        if (listed.size() < Report.LISTED) {
            listed.add(entry(rowFinding));
        }
    }

    public List<Report.Entry> listed() {
        return List.copyOf(listed);
    }

    public List<Report.Tally> tallies() {
        return counts.entrySet().stream()
                .map(count -> new Report.Tally(
                        count.getKey().rule().name(), label(count.getKey().field()), count.getValue()))
                .sorted(Comparator.comparingLong(Report.Tally::count).reversed())
                .toList();
    }

    public static Report.Entry entry(RowFinding rowFinding) {
        return new Report.Entry(
                rowFinding.line(),
                label(rowFinding.field()),
                rowFinding.rule().name(),
                rowFinding.value(),
                rowFinding.rule().advice());
    }

    private static @Nullable String label(@Nullable Field field) {
        return field == null ? null : field.label();
    }
}
