package se.nollan.rules.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Effect;
import se.nollan.rules.measure.Effects;
import se.nollan.rules.measure.Evaluation;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;

/** How fast contacts are judged, and what each takes of memory: 60 units × one month, one thread. */
@State(Scope.Benchmark)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class MeasureBenchmark {

    private static final RuleSet DEFAULTS = RuleSet.of(Edition.V2_0);

    /** How the contacts lie: as stored, or as in a log of the whole region. */
    @Param({"slice", "time"})
    public String order;

    private Register register;
    private List<Contact> contacts;
    private Evaluation evaluated;

    @Setup
    public void makeMonth() {
        register = SampleMonth.register();
        contacts = order.equals("slice") ? SampleMonth.bySlice() : SampleMonth.byTime();
        evaluated = evaluate(DEFAULTS);
    }

    /** Contacts a second under the default rule set. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(SampleMonth.CONTACTS)
    public Evaluation evaluate() {
        return evaluate(DEFAULTS);
    }

    /** Contacts a second when only callers in doubt are judged anew, for the effect of each interpretation. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OperationsPerInvocation(SampleMonth.CONTACTS)
    public List<Effect> effects() {
        return new Effects(register, PublicHolidays.sweden(), DEFAULTS).of(evaluated);
    }

    /** The month under each other reading, one after the other. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public void everyOtherReading(Blackhole result) {
        otherReadings().forEach(rules -> result.consume(evaluate(rules)));
    }

    private Evaluation evaluate(RuleSet rules) {
        return new Measure(register, PublicHolidays.sweden(), rules).evaluate(contacts);
    }

    private static List<RuleSet> otherReadings() {
        return Stream.of(Interpretation.values())
                .flatMap(interpretation -> Effects.otherReadings(interpretation, DEFAULTS).stream()
                        .map(reading -> DEFAULTS.with(interpretation, reading)))
                .toList();
    }

    /** Runs all of it, or what the first argument matches. */
    public static void main(String[] arguments) throws RunnerException {
        String which = MeasureBenchmark.class.getName() + (arguments.length == 0 ? "" : "." + arguments[0]);
        new Runner(new OptionsBuilder()
                        .include(which)
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }
}
