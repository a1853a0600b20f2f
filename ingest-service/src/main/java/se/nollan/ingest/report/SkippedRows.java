package se.nollan.ingest.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that tell of no contact, gathered by reason. Bounded whatever comes. */
public final class SkippedRows {
    private static final int PLACES = 10;
    private static final int MOST_REASONS = 100;
    private static final String OTHER = "other reasons";

    private final Map<String, Report.Skipped> reasons = new LinkedHashMap<>();

    /** @param because in the profile's words */
    public void add(long line, String because) {
        var reason = reasons.containsKey(because) || reasons.size() < MOST_REASONS ? because : OTHER;
        var before = reasons.get(reason);
        var lines = before == null ? List.<Long>of() : before.lines();
        if (lines.size() < PLACES) {
            lines = new ArrayList<>(lines);
            lines.add(line);
        }
        reasons.put(reason, new Report.Skipped(reason, before == null ? 1 : before.rows() + 1, lines));
    }

    /** Reason by reason, in the order in which they were met. */
    public List<Report.Skipped> reasons() {
        return List.copyOf(reasons.values());
    }
}
