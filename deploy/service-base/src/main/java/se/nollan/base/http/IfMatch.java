package se.nollan.base.http;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The precondition {@code If-Match} (RFC 9110, 13.1.1): a list of entity tags, compared strongly, or {@code *}. */
public final class IfMatch {

    private static final Pattern TAG =
            Pattern.compile("\\G\\s*,*\\s*(W/)?\"([\\x21\\x23-\\x7e\\x80-\\xff]*)\"\\s*(?:,|$)");

    private IfMatch() {}

    /** Whether the header names the representation; what is no list of tags names none, and a weak tag never does. */
    public static boolean names(String header, Predicate<String> tag) {
        if (header.strip().equals("*")) {
            return true;
        }
        var tags = TAG.matcher(header);
        while (tags.find()) {
            if (tags.group(1) == null && tag.test(tags.group(2))) {
                return true;
            }
        }
        return false;
    }
}
