package se.nollan.ingest.submission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.vendor.Field;
import se.nollan.ingest.vendor.Finding;
import se.nollan.ingest.vendor.Rule;

/** Gathers findings instead of throwing: the first ones by line, and the number of all. Bounded whatever comes. */
final class Findings {
    private record Kind(Rule rule, @Nullable Field field) {}

    private final List<Report.Entry> listed = new ArrayList<>();
    private final Map<Kind, Long> counts = new LinkedHashMap<>();

    void add(Finding finding) {
        counts.merge(new Kind(finding.rule(), finding.field()), 1L, Long::sum);
        if (listed.size() < Report.LISTED) {
            listed.add(entry(finding));
        }
    }

    List<Report.Entry> listed() {
        return List.copyOf(listed);
    }

    List<Report.Tally> tallies() {
        return counts.entrySet().stream()
                .map(count -> new Report.Tally(
                        count.getKey().rule().name(), label(count.getKey().field()), count.getValue()))
                .sorted(Comparator.comparingLong(Report.Tally::count).reversed())
                .toList();
    }

    static Report.Entry entry(Finding finding) {
        return new Report.Entry(
                finding.line(),
                label(finding.field()),
                finding.rule().name(),
                finding.value(),
                finding.rule().advice());
    }

    private static @Nullable String label(@Nullable Field field) {
        return field == null ? null : field.label();
    }
}
