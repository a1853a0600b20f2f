package se.nollan.rules.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.nollan.rules.conformance.ConformanceReport.Result;
import se.nollan.rules.conformance.ConformanceReport.Verdict;
import se.nollan.rules.json.Fault;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.PublicHolidays;

class ConformanceRunTest {

    private static final PublishedVectors VECTORS = new PublishedVectors(new ObjectMapper(), PublicHolidays.sweden());

    private final Map<String, VectorAnswer> answers = new HashMap<>();

    @BeforeEach
    void everythingRight() {
        VECTORS.vectors()
                .forEach(vector -> answers.put(
                        vector.id(),
                        new VectorAnswer(new HashMap<>(vector.dispositions()), new HashMap<>(vector.tallies()))));
    }

    private ConformanceReport report() {
        return ConformanceRun.of("a system", VECTORS.vectors(), VECTORS.hash(), answers);
    }

    private Result of(String vector) {
        return report().results().stream()
                .filter(result -> result.vector().equals(vector))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatTheVectorsExpectConforms() {
        ConformanceReport report = report();

        assertThat(report.summary().conforms()).isTrue();
        assertThat(report.summary().passed())
                .isEqualTo(VECTORS.vectors().size())
                .isEqualTo(114);
        assertThat(report.summary().text().en()).startsWith("The answers follow the PM. 114 of 114");
    }

    @Test
    void everyVectorSaysWhyInBothLanguagesAndEveryContactItsRule() {
        for (Vector vector : VECTORS.vectors()) {
            assertThat(vector.why().sv())
                    .as(vector.id())
                    .isNotBlank()
                    .isNotEqualTo(vector.why().en());
            assertThat(vector.rules().keySet())
                    .as(vector.id())
                    .isEqualTo(vector.dispositions().keySet());
        }
    }

    @Test
    void aDifferenceSaysWhatIsRightByWhichRuleAndWhatWasAnswered() {
        answers.put("phone-closed-after-hours", new VectorAnswer(Map.of("a", "MISS"), null));

        Result result = of("phone-closed-after-hours");

        assertThat(report().summary().conforms()).isFalse();
        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.text().sv())
                    .isEqualTo(
                            "Kontakten a ska vara EXCLUDED P-X9, inte MISS. P-X9: Samtal till stängd kö före kl. 08.00"
                                    + " eller efter kl. 17.00.");
            assertThat(difference.text().en()).startsWith("Contact a must be EXCLUDED P-X9, not MISS. P-X9: A call");
            assertThat(difference.rule()).isNotNull();
        });
    }

    @Test
    void aContactThatIsLeftOutOrMadeUpIsADifference() {
        answers.put("phone-full-once", new VectorAnswer(Map.of("z", "HIT"), null));

        assertThat(of("phone-full-once").differences())
                .extracting(difference -> difference.text().en())
                .containsExactly(
                        "Contact a must be MISS, and there is no answer. P-U3: A call to a full or a closed queue without a"
                                + " case is a miss; a number's calls count once.",
                        "The vector has no contact z.");
    }

    @Test
    void figuresAloneAreEnoughToConformAndAreToldApart() {
        VECTORS.vectors().forEach(vector -> answers.put(vector.id(), new VectorAnswer(null, vector.tallies())));
        assertThat(report().summary().conforms()).isTrue();
        assertThat(report().summary().figuresOnly()).isEqualTo(114);

        answers.put(
                "phone-voicemail",
                new VectorAnswer(null, Map.of("SE2321000214-E000000000001 2026-10-05 phone", "1/1")));
        assertThat(of("phone-voicemail").differences())
                .extracting(difference -> difference.text().sv())
                .containsExactly("För SE2321000214-E000000000001 2026-10-05 phone: ingenting räknas, inte 1/1.");
    }

    @Test
    void aVectorWithoutAnAnswerIsMissingAndDoesNotConform() {
        answers.remove("chat-sunday");

        assertThat(of("chat-sunday").verdict()).isEqualTo(Verdict.MISSING);
        assertThat(report().summary().conforms()).isFalse();
        assertThat(report().summary().missing()).isEqualTo(1);
    }

    @Test
    void answersAreReadAndWhatIsWrongIsToldByWhereItIs() throws Exception {
        assertThat(faults("{\"system\":\"s\",\"answers\":{\"chat-sunday\":{\"dispositions\":{\"a\":\"HIT\"}}}}"))
                .isEmpty();
        assertThat(faults("{\"answers\":{\"no-such\":{}}}")).containsExactlyInAnyOrder("/system", "/answers");
        assertThat(faults("{\"system\":\"s\",\"answers\":{\"chat-sunday\":{}}}"))
                .containsExactly("/answers/chat-sunday/dispositions");
        assertThat(faults("{\"system\":\"s\",\"answers\":{\"chat-sunday\":{\"tallies\":[{\"unit\":\"u\",\"date\":\"d\","
                        + "\"channel\":\"chat\",\"hits\":-1}]}}}"))
                .containsExactlyInAnyOrder(
                        "/answers/chat-sunday/tallies/0/hits",
                        "/answers/chat-sunday/tallies/0/counted",
                        "/answers/chat-sunday/tallies/0/counted");
    }

    private static List<String> faults(String document) throws Exception {
        List<Fault> faults = new ArrayList<>();
        new VectorAnswers(new Fields(new ObjectMapper().readTree(document), "", faults::add), VECTORS.vectors());
        return faults.stream().map(Fault::pointer).toList();
    }
}
