package se.nollan.ingest.profile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.source.Column;
import se.nollan.ingest.source.RowSource;

/**
 * One kind of file and how its rows become contacts.
 *
 * @param columns what is read of a row
 * @param empty texts that mean an empty cell in any column
 * @param until the row with which the data end; null: with the file
 * @param skip rows that tell of no contact
 * @param refuse rows that contradict themselves
 * @param grouping null: each row is a contact
 * @param fields where each field of the contact format comes from; a field without an entry is empty
 */
record Layout(
        RowSource source,
        List<Column> columns,
        Set<String> empty,
        @Nullable Condition until,
        List<Exclusion> skip,
        List<Exclusion> refuse,
        @Nullable Grouping grouping,
        Map<Field, Value> fields) {}
