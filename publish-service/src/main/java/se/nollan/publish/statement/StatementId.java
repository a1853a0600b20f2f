package se.nollan.publish.statement;

import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.nollan.publish.figure.Scope;

/**
 * What a statement is called, readable: {@code 23-2026-10-1}.
 *
 * @param version counted from 1 for each region and month
 */
public record StatementId(Scope scope, YearMonth month, int version) {

    private static final Pattern FORM = Pattern.compile("([0-9]{2})-([0-9]{4}-(?:0[1-9]|1[0-2]))-([1-9][0-9]{0,4})");

    /** Reads an id, if it is one. */
    public static Optional<StatementId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new StatementId(
                        new Scope(matcher.group(1)),
                        YearMonth.parse(matcher.group(2)),
                        Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** The version that this one corrects. */
    Optional<StatementId> before() {
        return version == 1 ? Optional.empty() : Optional.of(new StatementId(scope, month, version - 1));
    }

    @Override
    public String toString() {
        return scope.region() + '-' + month + '-' + version;
    }
}
