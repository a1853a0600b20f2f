package se.nollan.publish.statement;

import java.util.List;
import java.util.Set;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.SubmissionStanding;

/**
 * What a month still waits for, as JSON. A provider sees its own part of it.
 *
 * @param over whether its last day is over, so that it can be drafted
 * @param evaluated whether everything sent that the caller sees is evaluated
 * @param editions the editions that the results were evaluated by; a month is signed when there is one
 * @param unattributed results with contacts of units that the register does not know on their day
 */
record ReadinessBody(
        String region,
        String month,
        boolean over,
        boolean evaluated,
        List<String> editions,
        int unattributed,
        OutstandingBody outstanding,
        List<SubmissionStanding> submissions,
        List<GapBody> gaps) {

    static ReadinessBody ofRegion(MonthFigures month, Shown shown, List<SubmissionStanding> submissions, boolean over) {
        return of(month, shown, month.outstanding(), submissions, over);
    }

    static ReadinessBody ofProvider(
            MonthFigures month,
            Shown shown,
            List<SubmissionStanding> submissions,
            boolean over,
            Set<String> providers) {
        return of(
                month,
                shown,
                month.outstanding().stream()
                        .filter(slice -> providers.contains(slice.provider()))
                        .toList(),
                submissions.stream()
                        .filter(submission -> providers.contains(submission.provider()))
                        .toList(),
                over);
    }

    private static ReadinessBody of(
            MonthFigures month,
            Shown shown,
            List<OutstandingSlice> outstanding,
            List<SubmissionStanding> submissions,
            boolean over) {
        Content content = month.content();
        return new ReadinessBody(
                content.scope().region(),
                content.month().toString(),
                over,
                outstanding.isEmpty(),
                content.ruleSets().stream().map(RuleSet::edition).distinct().toList(),
                shown.to() == Shown.To.REGION ? content.unattributed().size() : 0,
                OutstandingBody.of(outstanding),
                submissions,
                GapBody.of(shown));
    }
}
