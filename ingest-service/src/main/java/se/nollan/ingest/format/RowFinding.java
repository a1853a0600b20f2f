package se.nollan.ingest.format;

import org.jspecify.annotations.Nullable;

/**
 * One error or warning of a row.
 *
 * @param line the line of the body where the row begins, from 1
 * @param field the field concerned; null: the row as such
 * @param rule what is wrong
 * @param value the shape of the value; null: none to show
 */
public record RowFinding(
        long line,
        @Nullable Field field,
        FindingCode rule,
        @Nullable String value) {

    /** A finding of which only the value's shape is kept, so that no caller can forget it. */
    public static RowFinding of(long line, @Nullable Field field, FindingCode rule, @Nullable String rawValue) {
        return new RowFinding(line, field, rule, rawValue == null ? null : Shape.of(rawValue));
    }
}
