package se.nollan.publish.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ResultRevision;
import se.nollan.publish.results.PutAside;
import se.nollan.publish.results.RuleSet;
import se.nollan.publish.statement.Objection.BasisChanged;
import se.nollan.publish.statement.Objection.ChangedResult;
import se.nollan.publish.statement.Objection.EvaluatedAgain;
import se.nollan.publish.statement.Objection.NotEvaluated;
import se.nollan.publish.statement.Objection.ResultsChanged;
import se.nollan.publish.statement.Objection.ResultsPutAside;
import se.nollan.publish.statement.Objection.SeveralEditions;
import se.nollan.publish.statement.Objection.Unattributed;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.WorkedThrough;

/** What must hold for a draft to be signed; the list of rules reads like the specification. */
final class SigningRules {

    private final Statement draft;
    private final MonthContent now;
    private final List<OutstandingSlice> outstanding;
    private final List<PutAside> putAside;

    private final WorkedThrough workedThrough;

    private SigningRules(
            Statement draft,
            MonthContent now,
            List<OutstandingSlice> outstanding,
            List<PutAside> putAside,
            WorkedThrough workedThrough) {
        this.draft = draft;
        this.now = now;
        this.outstanding = outstanding;
        this.putAside = putAside;
        this.workedThrough = workedThrough;
    }

    /**
     * Everything that stands in the way; empty when the draft may be signed.
     *
     * @param now what a draft made at this moment would say
     * @param outstanding what of the region and month is sent but not evaluated at this moment
     * @param putAside results of the region and month that lie in dead-letters
     * @param workedThrough what of the region and month is evaluated again at this moment
     */
    static List<Objection> objections(
            Statement draft,
            MonthContent now,
            List<OutstandingSlice> outstanding,
            List<PutAside> putAside,
            WorkedThrough workedThrough) {
        SigningRules signingRules = new SigningRules(draft, now, outstanding, putAside, workedThrough);
        List<Supplier<Optional<? extends Objection>>> rules = List.of(
                signingRules::everythingSentIsEvaluated,
                signingRules::noResultIsPutAside,
                signingRules::nothingIsEvaluatedAgain,
                signingRules::noResultHasChanged,
                signingRules::theBasisHasNotChanged,
                signingRules::oneEditionHolds,
                signingRules::everyContactBelongsToAUnit);
        List<Objection> objections = new ArrayList<>();
        rules.forEach(rule -> rule.get().ifPresent(objections::add));
        return objections;
    }

    private Optional<NotEvaluated> everythingSentIsEvaluated() {
        return outstanding.isEmpty() ? Optional.empty() : Optional.of(new NotEvaluated(outstanding));
    }

    private Optional<ResultsPutAside> noResultIsPutAside() {
        return putAside.isEmpty() ? Optional.empty() : Optional.of(new ResultsPutAside(putAside));
    }

    private Optional<EvaluatedAgain> nothingIsEvaluatedAgain() {
        return workedThrough.everything(now.registerVersion())
                ? Optional.empty()
                : Optional.of(new EvaluatedAgain(workedThrough, now.registerVersion()));
    }

    private Optional<ResultsChanged> noResultHasChanged() {
        List<ChangedResult> changed = changedResults();
        return changed.isEmpty() ? Optional.empty() : Optional.of(new ResultsChanged(changed));
    }

    private Optional<BasisChanged> theBasisHasNotChanged() {
        boolean same = draft.contentHash().equals(StatementHash.ofContent(now));
        return same || !changedResults().isEmpty()
                ? Optional.empty()
                : Optional.of(new BasisChanged(draft.content().registerVersion(), now.registerVersion()));
    }

    private Optional<SeveralEditions> oneEditionHolds() {
        TreeSet<String> editions = new TreeSet<>();
        now.ruleSets().stream().map(RuleSet::edition).forEach(editions::add);
        return editions.size() <= 1 ? Optional.empty() : Optional.of(new SeveralEditions(List.copyOf(editions)));
    }

    private Optional<Unattributed> everyContactBelongsToAUnit() {
        return now.unattributed().isEmpty() ? Optional.empty() : Optional.of(new Unattributed(now.unattributed()));
    }

    private List<ChangedResult> changedResults() {
        Map<ResultRevision, Long> drafted = revisions(draft.content().pins());
        List<ChangedResult> changed = new ArrayList<>();
        revisions(now.pins()).forEach((result, revision) -> {
            Long was = drafted.remove(result);
            if (was == null || !was.equals(revision)) {
                changed.add(new ChangedResult(result, was == null ? 0 : was, revision));
            }
        });
        drafted.forEach((result, was) -> changed.add(new ChangedResult(result, was, 0)));
        return changed;
    }

    /** Revision by unit, date and channel: the pin without its revision is the key. */
    private static Map<ResultRevision, Long> revisions(List<ResultRevision> pins) {
        Map<ResultRevision, Long> revisions = new TreeMap<>();
        pins.forEach(
                pin -> revisions.put(new ResultRevision(pin.unit(), pin.date(), pin.channel(), 0), pin.revision()));
        return revisions;
    }
}
