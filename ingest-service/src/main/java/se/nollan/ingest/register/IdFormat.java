package se.nollan.ingest.register;

import java.util.regex.Pattern;

/** The forms that a text may have to have. */
enum IdFormat {
    HSA_ID(
            "SE\\d{10}-[A-Za-z0-9]{1,18}",
            "not-an-hsa-id",
            "Not an HSA-id: SE, ten digits, a hyphen, then letters A to Z and digits, 31 characters at most."),
    REGION("\\d{2}", "not-a-region", "Not a county code: two digits, for instance \"23\" for Jämtland Härjedalen."),
    /** A third digit of 0 or 1 is that of a personal identity number, which may stand nowhere (design, invariant 8). */
    ORGANISATION(
            "\\d{2}[2-9]\\d{3}-\\d{4}",
            "not-an-organisation",
            "Not an organisation number: six digits, a hyphen, four digits, the third digit 2 or more. The number of a"
                    + " sole trader is a personal identity number and may not be used."),
    /** What does not look like a telephone number is a vendor's key, and free. */
    LINE(
            "\\+[1-9]\\d{6,14}|(?!\\+)(?!0[\\d ()/-]{6,}$).*",
            "not-e164",
            "Looks like a telephone number but is not in E.164: write it with + and country code and without blanks,"
                    + " for instance \"+46631475000\".");

    private final Pattern pattern;
    private final String code;
    private final String message;

    IdFormat(String pattern, String code, String message) {
        this.pattern = Pattern.compile(pattern);
        this.code = code;
        this.message = message;
    }

    boolean fits(String text) {
        return pattern.matcher(text).matches();
    }

    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
