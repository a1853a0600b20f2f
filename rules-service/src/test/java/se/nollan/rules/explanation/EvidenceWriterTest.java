package se.nollan.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.nollan.rules.conformance.Asking;
import se.nollan.rules.conformance.EvaluationResource;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.format.ContactWriter;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RandomContacts;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.ruleset.Editions;
import se.nollan.rules.ruleset.RuleSetJson;
import se.nollan.rules.slice.SliceKey;
import se.nollan.rules.slice.StandingSlice;

/** Whatever the contacts, and whatever the rules: the evidence of a unit's month gives its figures again, contact by contact. */
class EvidenceWriterTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final PublicHolidays CALENDAR = PublicHolidays.sweden();
    private static final RegisterVersion REGISTER = new RegisterVersion(1, RandomContacts.UNITS, RandomContacts.LINES);
    private static final EvidenceWriter WRITER = new EvidenceWriter(
            new Evaluator(CALENDAR, Editions.parse("")), CALENDAR, new RuleSetJson(new ObjectMapper(), CALENDAR));

    /** A month is asked for by an edition, its own or another; the second one parts branches from their units. */
    private static final List<RuleSet> RULE_SETS =
            List.of(RuleSet.of(Edition.V2_0), RuleSet.of(Edition.named("1.6")), RuleSet.of(Edition.SKR_2010));

    static Stream<Arguments> unitMonths() {
        return LongStream.range(0, 8).boxed().flatMap(seed -> Stream.of(
                        "unit-1", "unit-1-branch", "unit-2", "unit-3", "1177")
                .flatMap(unit -> RULE_SETS.stream().map(rules -> Arguments.of(seed, unit, rules))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("unitMonths")
    void aMonthIsMadeAgainFromItsEvidence(long seed, String unit, RuleSet rules) throws IOException {
        UnitDays october = new UnitDays(
                unit,
                UnitDays.of(YearMonth.of(2026, 10)),
                UnitDays.NATIONAL,
                rules,
                REGISTER,
                slices(seed),
                Set.of(),
                List.of());

        EvidenceResource.EvidenceFile file = WRITER.write(october, register());
        EvaluationResource.Answer answer = Asking.evaluation(JSON.writeValueAsBytes(file));

        assertThat(answer.dispositions()).isEqualTo(file.evidence().dispositions());
        assertThat(answer.rules()).isEqualTo(file.evidence().rules());
        for (EvaluationResource.Total total : answer.totals()) {
            Evidence.Figure figure = file.evidence().figures().stream()
                    .filter(each -> each.channel().equals(total.channel()))
                    .findFirst()
                    .orElseThrow();
            assertThat(total.unit()).isEqualTo(unit);
            assertThat(total.hits()).isEqualTo(figure.counts().hits());
            assertThat(total.counted()).isEqualTo(figure.counts().counted());
            assertThat(total.share()).isEqualTo(figure.counts().share());
        }
    }

    @Test
    void evidenceGivesTheFigureAgainAfterAnotherDayOfTheCalendarWasCorrectedAndNotAfterOneOfItsOwn()
            throws IOException {
        UnitDays october = new UnitDays(
                "unit-1",
                UnitDays.of(YearMonth.of(2026, 10)),
                UnitDays.NATIONAL,
                RuleSet.of(Edition.V2_0),
                REGISTER,
                slices(1),
                Set.of(),
                List.of());
        EvidenceResource.EvidenceFile file = WRITER.write(october, register());
        byte[] question = JSON.writeValueAsBytes(file);
        String header = "date,name,kind,version";

        PublicHolidays elsewhere = CALENDAR.corrected(List.of(header, "2026-11-02,extra,holiday,region-1"));
        assertThat(Asking.evaluation(question, elsewhere).dispositions())
                .isEqualTo(file.evidence().dispositions());
        PublicHolidays here = CALENDAR.corrected(List.of(header, "2026-10-05,extra,holiday,region-1"));
        assertThatThrownBy(() -> Asking.evaluation(question, here)).isInstanceOf(HttpProblem.class);
    }

    private static List<StandingSlice> slices(long seed) throws IOException {
        Map<SliceKey, List<Contact>> bySlice = RandomContacts.of(seed, 600).stream()
                .collect(Collectors.groupingBy(
                        contact -> new SliceKey(
                                "p",
                                "s",
                                contact.line(),
                                Day.of(contact.createdAt()).date()),
                        TreeMap::new,
                        Collectors.toList()));
        List<StandingSlice> slices = new ArrayList<>();
        for (Map.Entry<SliceKey, List<Contact>> slice : bySlice.entrySet()) {
            if (YearMonth.from(slice.getKey().day()).equals(YearMonth.of(2026, 10))) {
                slices.add(new StandingSlice(
                        slice.getKey(), 1, "", slice.getValue().size(), stored(slice.getValue())));
            }
        }
        return slices;
    }

    private static byte[] stored(List<Contact> contacts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, true))) {
            out.write(contacts.stream()
                    .map(contact -> ContactWriter.write(contact, contact.id().id(), contact.firstLine())
                            .toString())
                    .collect(Collectors.joining(",", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** As ingest-service tells it, with a field that a question does not know. */
    private static ObjectNode register() {
        ObjectNode register = JSON.createObjectNode().put("hash", "hash");
        register.withArray("providers")
                .addObject()
                .put("id", "p")
                .put("name", "P")
                .put("newer", true);
        for (Register.Unit unit : RandomContacts.UNITS) {
            ObjectNode node = register.withArray("units").addObject();
            node.put("id", unit.id()).put("region", unit.region()).put("provider", unit.provider());
            node.put("type", unit.type().word()).put("parent", unit.parent());
            period(node, unit.period());
        }
        for (Register.Line line : RandomContacts.LINES) {
            ObjectNode node = register.withArray("lines").addObject();
            node.put("id", line.id()).put("unit", line.unit());
            node.put("kind", line.kind().name().toLowerCase(Locale.ROOT));
            node.put("underMain", line.underMain()).put("automatic", line.automatic());
            period(node, line.period());
        }
        return register;
    }

    private static void period(ObjectNode node, Register.Period period) {
        if (period.from() != null) {
            node.put("from", period.from().toString());
        }
        if (period.to() != null) {
            node.put("to", period.to().toString());
        }
    }
}
