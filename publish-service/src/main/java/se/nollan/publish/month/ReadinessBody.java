package se.nollan.publish.month;

import java.util.List;
import java.util.Set;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.ReEvaluation;
import se.nollan.publish.submissions.SubmissionStanding;

/**
 * What a month still waits for, as JSON. A provider sees its own part of it.
 *
 * @param ready whether a draft made now could be signed, as far as the caller can see
 * @param over whether its last day is over, so that it can be drafted
 * @param evaluated whether everything sent that the caller sees is evaluated
 * @param backlog messages of other services that are not taken in yet
 * @param editions the editions that the results were evaluated by; a month is signed when there is one
 * @param putAside results that lie in dead-letters: the operator sends them again; told to the region
 * @param reEvaluations periods of the month that are being evaluated again: the results may still change
 * @param registerWorkedThrough whether results are made by the newest version of the register
 * @param unattributed results with contacts of units that the register does not know on their day
 */
record ReadinessBody(
        String region,
        String month,
        boolean ready,
        boolean over,
        boolean evaluated,
        long backlog,
        List<String> editions,
        int putAside,
        List<ReEvaluation> reEvaluations,
        boolean registerWorkedThrough,
        int unattributed,
        OutstandingBody outstanding,
        List<SubmissionStanding> submissions,
        List<GapBody> gaps) {

    static ReadinessBody ofRegion(
            MonthFigures month,
            ReaderView readerView,
            List<SubmissionStanding> submissions,
            boolean over,
            long backlog) {
        return of(month, readerView, month.outstanding(), submissions, over, backlog);
    }

    static ReadinessBody ofProvider(
            MonthFigures month,
            ReaderView readerView,
            List<SubmissionStanding> submissions,
            boolean over,
            long backlog,
            Set<String> providers) {
        return of(
                month,
                readerView,
                month.outstanding().stream()
                        .filter(slice -> providers.contains(slice.provider()))
                        .toList(),
                submissions.stream()
                        .filter(submission -> providers.contains(submission.provider()))
                        .toList(),
                over,
                backlog);
    }

    private static ReadinessBody of(
            MonthFigures month,
            ReaderView readerView,
            List<OutstandingSlice> outstanding,
            List<SubmissionStanding> submissions,
            boolean over,
            long backlog) {
        MonthContent monthContent = month.content();
        List<String> editions = monthContent.ruleSets().stream()
                .map(RuleSet::edition)
                .distinct()
                .toList();
        boolean ready = over
                && backlog == 0
                && outstanding.isEmpty()
                && month.putAside().isEmpty()
                && month.workedThrough().everything(monthContent.registerVersion())
                && editions.size() <= 1
                && monthContent.unattributed().isEmpty();
        return new ReadinessBody(
                monthContent.scope().region(),
                monthContent.month().toString(),
                ready,
                over,
                outstanding.isEmpty(),
                backlog,
                editions,
                readerView.to() == ReaderView.To.REGION ? month.putAside().size() : 0,
                month.workedThrough().atWork(),
                month.workedThrough().registerVersion() >= monthContent.registerVersion(),
                readerView.to() == ReaderView.To.REGION
                        ? monthContent.unattributed().size()
                        : 0,
                OutstandingBody.of(outstanding),
                submissions,
                GapBody.of(readerView));
    }
}
