package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VectorsTest {

    static Stream<Vectors.Vector> vectors() {
        return Stream.of("phone.json", "chat.json", "editions.json").flatMap(Vectors::of);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsDecidedAsItExpects(Vectors.Vector vector) {
        Evaluation evaluation =
                new Measure(Vectors.REGISTER, PublicHolidays.sweden(), vector.ruleSet()).evaluate(vector.contacts());

        Map<String, String> dispositions = new TreeMap<>();
        evaluation.judgements().forEach(j -> dispositions.put(j.contact().id().id(), words(j.disposition())));
        assertThat(dispositions).isEqualTo(vector.dispositions());
        assertThat(evaluation.tallies().stream()
                        .filter(t -> t.counted() > 0)
                        .map(t -> Vectors.tally(
                                t.unit(), t.date().toString(), t.channel().word(), t.hits(), t.counted())))
                .containsExactlyInAnyOrderElementsOf(vector.tallies());
    }

    private static String words(Disposition disposition) {
        if (disposition instanceof Disposition.Hit) {
            return "HIT";
        } else if (disposition instanceof Disposition.Miss) {
            return "MISS";
        } else if (disposition instanceof Disposition.Merged merged) {
            return "MERGED " + merged.into().id();
        }
        return "EXCLUDED " + disposition.rule().id();
    }
}
