package se.nollan.publish.statement;

import java.util.List;
import se.nollan.publish.submissions.OutstandingSlice;

/** A month as it stands now, and what it still waits for. */
record MonthFigures(Content content, List<OutstandingSlice> outstanding) {}
