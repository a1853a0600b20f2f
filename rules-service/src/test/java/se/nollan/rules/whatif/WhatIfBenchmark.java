package se.nollan.rules.whatif;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import se.nollan.base.http.Paging;
import se.nollan.rules.bench.SampleMonth;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.format.ContactWriter;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.ruleset.Editions;
import se.nollan.rules.ruleset.RuleSetJson;
import se.nollan.rules.slice.SliceKey;
import se.nollan.rules.slice.StandingSlice;

/** 60 units × one month under every other reading, from the stored slices to the answer: as a request is answered, but for the database. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
public class WhatIfBenchmark {

    private WhatIfEvaluation whatIfEvaluation;
    private WhatIfInput whatIfInput;
    private List<StandingSlice> slices;

    @Setup
    public void storeMonth() {
        RegisterVersion register = SampleMonth.registerVersion();
        WhatIfScope whatIfScope = new WhatIfScope(register);
        YearMonth october = YearMonth.of(2026, 10);
        for (LocalDate day = october.atDay(1); !day.isAfter(october.atEndOfMonth()); day = day.plusDays(1)) {
            for (String unit : register.unitIds()) {
                whatIfScope.add(unit, day);
            }
        }
        RuleSet national = RuleSet.of(Edition.V2_0);
        WhatIfInput.Rules rules = new WhatIfInput.Rules(national, otherReadings(national));
        whatIfInput = new WhatIfInput(whatIfScope, new TreeMap<>(Map.of(october, rules)));
        slices = slices();
        PublicHolidays calendar = PublicHolidays.sweden();
        whatIfEvaluation = new WhatIfEvaluation(
                new Evaluator(calendar, Editions.parse("")), new RuleSetJson(new ObjectMapper(), calendar));
    }

    private static List<StandingSlice> slices() {
        Map<SliceKey, List<Contact>> bySlice = SampleMonth.bySlice().stream()
                .collect(Collectors.groupingBy(
                        contact -> new SliceKey(
                                "p",
                                "s",
                                contact.line(),
                                Day.of(contact.createdAt()).date()),
                        TreeMap::new,
                        Collectors.toList()));
        List<StandingSlice> slices = new ArrayList<>();
        bySlice.forEach((key, contacts) -> slices.add(new StandingSlice(key, 1, "", contacts.size(), body(contacts))));
        return slices;
    }

    /** As a slice is stored: a deflated array. */
    private static byte[] body(List<Contact> contacts) {
        String array = contacts.stream()
                .map(contact -> ContactWriter.write(contact, contact.id().id(), contact.firstLine())
                        .toString())
                .collect(Collectors.joining(",", "[", "]"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED, true))) {
            out.write(array.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Of the attempts, only the next number. */
    private static List<RuleSet> otherReadings(RuleSet national) {
        List<RuleSet> others = new ArrayList<>();
        for (Interpretation interpretation : Interpretation.values()) {
            List<String> readings = interpretation.readings();
            int last = interpretation == Interpretation.REQUIRED_ATTEMPTS ? 2 : readings.size();
            readings.subList(1, last).forEach(reading -> others.add(national.with(interpretation, reading)));
        }
        return others;
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object everyOtherReading() {
        return whatIfEvaluation
                .begin(whatIfInput, new Paging(1, 100))
                .add(slices)
                .answer();
    }

    /** Runs it. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder().include(WhatIfBenchmark.class.getName()).build()).run();
    }
}
