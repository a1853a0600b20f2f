package se.nollan.publish.month;

/**
 * How far the basis of a month had come. Revisions only grow and rows are only added, so that any change moves a count or a
 * sum, and none moves it back.
 *
 * @param registerVersion the newest
 * @param reEvaluations the revision of what rules-service told last of what it evaluates again
 * @param results how many results the month has
 * @param resultRevisions the sum of their revisions
 * @param submissions how many submissions touch the month
 * @param submissionRevisions the sum of their revisions
 */
public record Watermark(
        long registerVersion,
        long reEvaluations,
        long results,
        long resultRevisions,
        long submissions,
        long submissionRevisions) {}
