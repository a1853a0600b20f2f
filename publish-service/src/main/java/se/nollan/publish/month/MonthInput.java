package se.nollan.publish.month;

import java.util.List;
import java.util.Map;
import se.nollan.publish.register.Register;
import se.nollan.publish.results.PutAside;
import se.nollan.publish.results.ResultRepository;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.submissions.Delivery;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.WorkedThrough;

/**
 * What a month is made from, as it was read.
 *
 * @param watermark taken before the rest was read: if it is still the same later, nothing of this has changed
 */
public record MonthInput(
        Watermark watermark,
        Register register,
        List<ResultRepository.Row> results,
        Map<String, RuleSet> ruleSets,
        List<Delivery> deliveries,
        List<OutstandingSlice> outstanding,
        List<PutAside> putAside,
        WorkedThrough workedThrough) {}
