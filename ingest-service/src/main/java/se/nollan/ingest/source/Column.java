package se.nollan.ingest.source;

/**
 * A column that a profile reads.
 *
 * @param name as the file has it: a header's name, {@code #3} for the third column, a path in JSON or XML, {@code 11-20} in fixed width
 * @param optional whether files without it are read too; its cells are empty then
 */
public record Column(String name, boolean optional) {}
