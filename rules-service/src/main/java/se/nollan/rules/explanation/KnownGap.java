package se.nollan.rules.explanation;

import java.util.List;

/** Where the PM leaves a gap that the rules do not close, since the log cannot: told wherever a figure is explained. */
record KnownGap(String id, String en, String sv) {

    static final List<KnownGap> ALL = List.of(
            new KnownGap(
                    "a",
                    "A caller who is reached today on yesterday's case and then meets a full queue is a miss of today: a caller"
                            + " cannot be recognised from one day to the next.",
                    "Den som nås i dag på gårdagens ärende och sedan möts av fylld kö blir en bom i dag: en uppringare kan inte"
                            + " kännas igen från en dag till nästa."),
            new KnownGap(
                    "b",
                    "Hanging up is a miss in every waiting queue, with callback or without: what a queue offered is in no log. A"
                            + " vendor who knows says aborted.",
                    "Att lägga på är en bom i varje väntkö, med eller utan återuppringning: vad kön erbjöd står i ingen logg. En"
                            + " leverantör som vet det anger avbrutet."),
            new KnownGap(
                    "c",
                    "An attempt completes a callback at whatever hour it was made: booked times are in no log.",
                    "Ett försök räknas när på dagen det än gjordes: bokade tider står i ingen logg."));
}
