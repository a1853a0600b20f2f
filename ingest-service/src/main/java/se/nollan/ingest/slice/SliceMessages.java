package se.nollan.ingest.slice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The message {@code contacts}: slices of one submission that touch one unit-day, in parts that a broker takes. Built from text,
 * since the contacts are already in the form in which they are sent.
 *
 * @param group this sending; its parts belong together
 */
record SliceMessages(UUID submission, UUID group, String unit, LocalDate date, long registerVersion) {
    /** The contract's limit. A contact has at most some 1 500 bytes, so a part stays under the broker's 8 MB. */
    static final int CONTACTS_A_PART = 4_000;

    /**
     * One slice revision.
     *
     * @param content contacts, one JSON object a line; empty: none
     */
    record Slice(
            String provider,
            String system,
            String line,
            LocalDate date,
            long revision,
            String hash,
            long count,
            List<String> units,
            String content) {}

    /** The bodies, in the order in which they are sent. */
    List<String> bodies(List<Slice> slices) {
        return bodies(slices, CONTACTS_A_PART);
    }

    List<String> bodies(List<Slice> slices, int contactsAPart) {
        var parts = new ArrayList<StringBuilder>();
        var part = new StringBuilder();
        var room = contactsAPart;
        for (var slice : slices) {
            var position = 0;
            do {
                if (room == 0) {
                    parts.add(part);
                    part = new StringBuilder();
                    room = contactsAPart;
                }
                head(part.append(part.isEmpty() ? "" : ","), slice);
                while (position < slice.content().length() && room > 0) {
                    var end = slice.content().indexOf('\n', position);
                    end = end < 0 ? slice.content().length() : end;
                    part.append(part.charAt(part.length() - 1) == '[' ? "" : ",")
                            .append(slice.content(), position, end);
                    position = end + 1;
                    room--;
                }
                part.append("]}");
            } while (position < slice.content().length());
        }
        parts.add(part);
        var bodies = new ArrayList<String>();
        for (var number = 1; number <= parts.size(); number++) {
            bodies.add(envelope(number, parts.size(), parts.get(number - 1)));
        }
        return bodies;
    }

    private String envelope(int part, int parts, StringBuilder slices) {
        return new StringBuilder(slices.length() + 256)
                .append("{\"submission\":\"")
                .append(submission)
                .append("\",\"group\":\"")
                .append(group)
                .append("\",\"unit\":\"")
                .append(unit)
                .append("\",\"date\":\"")
                .append(date)
                .append("\",\"registerVersion\":")
                .append(registerVersion)
                .append(",\"part\":")
                .append(part)
                .append(",\"parts\":")
                .append(parts)
                .append(",\"slices\":[")
                .append(slices)
                .append("]}")
                .toString();
    }

    private static void head(StringBuilder json, Slice slice) {
        ContactJson.quoted(json.append("{\"provider\":"), slice.provider());
        ContactJson.quoted(json.append(",\"system\":"), slice.system());
        ContactJson.quoted(json.append(",\"line\":"), slice.line());
        json.append(",\"date\":\"")
                .append(slice.date())
                .append("\",\"revision\":")
                .append(slice.revision())
                .append(",\"hash\":\"")
                .append(slice.hash())
                .append("\",\"count\":")
                .append(slice.count())
                .append(",\"units\":[\"")
                .append(String.join("\",\"", slice.units()))
                .append("\"],\"contacts\":[");
    }
}
