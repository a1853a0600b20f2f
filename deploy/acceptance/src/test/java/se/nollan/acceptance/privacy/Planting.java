package se.nollan.acceptance.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import se.nollan.local.stack.Api;
import se.nollan.local.stack.Service;
import se.nollan.local.stack.Stack;

/**
 * A sender who puts numbers where they do not belong: in every field of both encodings, in names of columns and members, in headers, in
 * parameters and in the name of a file, in every notation that the field has.
 */
final class Planting {

    /** Numbers that nobody in the sample has. */
    static final List<String> VALUES = List.of("+46701740698", "19970226-9979");

    private static final List<String> NOTATIONS = List.of(
            "0701740698",
            "+46701740698",
            "46701740698",
            "0046701740698",
            "070-174 06 98",
            "070_174_06_98",
            "070\u2013174\u201306\u201398",
            "c_070_174_06_98",
            "0701740698-77",
            "2026-07-01 0701740698",
            "19970226-9979",
            "970226-9979",
            "199702269979");

    private static final List<String> FIELDS = List.of(
            "id",
            "line",
            "channel",
            "kind",
            "origin",
            "caller",
            "contact",
            "problem",
            "createdAt",
            "answeredAt",
            "attempts",
            "doneAt",
            "offeredSameDay",
            "chosenDate",
            "cancelledAt",
            "cancelledBy",
            "firstLine");

    private static final String PERIOD = "&from=2026-07-01&to=2026-07-01";

    private final Api sender;

    private Planting(Api sender) {
        this.sender = sender;
    }

    static void in(Stack stack) {
        Planting planting = new Planting(stack.api(Service.INGEST, "kusthalsan"));
        planting.everyField();
        planting.namesOfFields();
        planting.aroundTheBody();
    }

    private void everyField() {
        StringBuilder csv = new StringBuilder(String.join(",", FIELDS)).append('\n');
        StringBuilder ndjson = new StringBuilder();
        for (String notation : NOTATIONS) {
            for (int field = 0; field < FIELDS.size(); field++) {
                List<String> cells = new ArrayList<>(Collections.nCopies(FIELDS.size(), ""));
                cells.set(field, notation);
                csv.append(String.join(",", cells)).append('\n');
                ndjson.append("{\"")
                        .append(FIELDS.get(field))
                        .append("\":\"")
                        .append(notation)
                        .append("\"}\n");
            }
        }
        refused("?system=planted" + PERIOD, csv.toString(), "text/csv");
        refused("?system=planted" + PERIOD, ndjson.toString(), "application/x-ndjson");
    }

    private void namesOfFields() {
        for (String notation : NOTATIONS) {
            refused("?system=planted" + PERIOD, "id,line," + notation + "\na,b,c\n", "text/csv");
            refused("?system=planted" + PERIOD, "{\"" + notation + "\":1}\n", "application/x-ndjson");
        }
    }

    private void aroundTheBody() {
        for (String notation : NOTATIONS) {
            String encoded = URLEncoder.encode(notation, UTF_8);
            for (String parameter :
                    List.of("system", "profile", "line", "provider", "empty", "acceptErrors", "replaces")) {
                String others = parameter.equals("system") ? "" : "&system=planted";
                refused("?" + parameter + '=' + encoded + others + PERIOD, "id\n", "text/csv");
            }
            refused("?system=planted&from=" + encoded + "&to=" + encoded, "id\n", "text/csv");
            if (notation.chars().allMatch(c -> c < 0x80)) {
                refused("?system=planted" + PERIOD, "id\n", "text/csv; charset=" + notation.replace(' ', '_'));
                refused(
                        "?system=planted" + PERIOD,
                        "id\n",
                        "text/csv",
                        "Content-Disposition",
                        "attachment; filename=\"" + notation + ".csv\"",
                        "User-Agent",
                        notation,
                        "X-Request-ID",
                        notation,
                        "traceparent",
                        notation);
            }
        }
    }

    /** Whatever the answer is: nothing of it is taken, and it does not say the number again. */
    private void refused(String request, String body, String type, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", type));
        all.addAll(List.of(headers));
        Api.Answer answer = sender.ask(
                "POST", "/ingest/v1/submissions" + request, BodyPublishers.ofString(body), all.toArray(String[]::new));
        assertThat(answer.isGood()).as(type).isFalse();
        assertThat(Needles.of(VALUES).firstIn(answer.text().getBytes(UTF_8))).isEmpty();
    }
}
