package se.nollan.publish.month;

import java.util.List;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.results.PutAside;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.WorkedThrough;

/** A month as it stands now, and what it still waits for. */
record MonthFigures(
        MonthContent content,
        List<OutstandingSlice> outstanding,
        List<PutAside> putAside,
        WorkedThrough workedThrough) {}
