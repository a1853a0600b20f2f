package se.nollan.ingest.profile;

/**
 * What is no contact, and why.
 *
 * @param because in the profile's own words, or where it says so
 */
record Exclusion(Condition condition, String because) {}
