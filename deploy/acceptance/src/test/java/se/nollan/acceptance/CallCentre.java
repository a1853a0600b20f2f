package se.nollan.acceptance;

/** How the real call centre of 1999 stands in the register. */
final class CallCentre {
    static final String PROVIDER = "559900-5009";
    static final String CLIENT = "kusthalsan";
    static final String UNIT = "SE2321000214-E000000001099";

    private CallCentre() {}
}
