package se.nollan.ingest.register;

/**
 * A line as part of a unit, on the days on which both are in force. A unit that changes owner gives its lines one
 * placement with each.
 *
 * @param period days on which the line and this entry of the unit hold
 */
public record Placement(Line line, Unit unit, Period period) {

    /** Who answers for the line on these days. */
    public String provider() {
        return unit.provider();
    }

    /** The county code of the unit. */
    public String region() {
        return unit.region();
    }
}
