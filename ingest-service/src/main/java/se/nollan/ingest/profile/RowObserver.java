package se.nollan.ingest.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sees what a delivery's files hold while they are read. */
public interface RowObserver {
    /** Sees nothing. */
    RowObserver NONE = new RowObserver() {};

    /** The names of a file's columns, and those among them that the profile reads. */
    default void columns(List<String> names, List<String> read) {}

    /** The cells of a row, by the columns that the layout reads. */
    default void row(Layout layout, @Nullable String[] cells) {}
}
