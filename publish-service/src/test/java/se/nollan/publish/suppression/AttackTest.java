package se.nollan.publish.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.suppression.Attacker.Published;

/** Random regions and nations, published and corrected, before somebody who tries to work out what is hidden. */
class AttackTest {

    private static final long THRESHOLD = 5;

    static LongStream regions() {
        return LongStream.range(0, 1000);
    }

    static LongStream nations() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("regions")
    @DisplayName("No small count of a region follows from its statements, for anybody or for a provider in it")
    void noSmallCountOfARegionFollows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomMonth month = RandomMonth.ofARegion(random);
        List<Published> files = new ArrayList<>();
        List<Disclosure> told = new ArrayList<>();
        publish(month, List.of(Examples.REGION), files, told);
        if (random.nextInt(3) > 0) {
            month.correct(random);
            publish(month, List.of(Examples.REGION), files, told);
        }

        assertNothingFollows(files, month, random);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nations")
    @DisplayName("No small count follows from the statements of a nation and its regions together")
    void noSmallCountOfANationFollows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomMonth month = RandomMonth.ofANation(random);
        List<Scope> scopes =
                new ArrayList<>(month.regions().stream().map(Scope::new).toList());
        scopes.add(Examples.NATION);
        Collections.shuffle(scopes, new Random(random.nextLong()));
        List<Published> files = new ArrayList<>();
        List<Disclosure> told = new ArrayList<>();
        publish(month, scopes, files, told);
        if (random.nextBoolean()) {
            month.correct(random);
            publish(month, scopes.subList(0, 1 + random.nextInt(scopes.size())), files, told);
        }

        assertNothingFollows(files, month, random);
    }

    private static void publish(RandomMonth month, List<Scope> scopes, List<Published> files, List<Disclosure> told) {
        for (Scope scope : scopes) {
            MonthContent content = month.content(scope);
            Disclosure disclosure = Disclosure.of(content.figures(), THRESHOLD, told);
            told.add(disclosure);
            files.add(new Published(content, disclosure.hidden(content.figures())));
        }
    }

    private static void assertNothingFollows(List<Published> files, RandomMonth month, SplittableRandom random) {
        assertThat(new Attacker(files, THRESHOLD, null).attack()).isEmpty();
        String provider = month.aProvider(random);
        assertThat(new Attacker(files, THRESHOLD, provider).attack())
                .as("as " + provider)
                .isEmpty();
    }

    @Test
    @DisplayName("The attacker finds what is hidden when only the small figures are: it is an attack")
    void theAttackerFindsWhatIsHiddenBadly() {
        int found = 0;
        for (long seed = 0; seed < 100; seed++) {
            MonthContent content =
                    RandomMonth.ofARegion(new SplittableRandom(seed)).content(Examples.REGION);
            Set<Figure.Key> small = new HashSet<>();
            content.figures().stream()
                    .filter(figure ->
                            figure.counts().counted() > 0 && figure.counts().counted() < THRESHOLD)
                    .forEach(figure -> small.add(figure.key()));
            found += new Attacker(List.of(new Published(content, small)), THRESHOLD, null)
                            .attack()
                            .isEmpty()
                    ? 0
                    : 1;
        }

        assertThat(found).isGreaterThan(60);
    }

    @Test
    @DisplayName("Few figures are hidden that could be shown alone beside the others")
    void fewFiguresAreHiddenMoreThanNeedBe() {
        int all = 0;
        int hidden = 0;
        int needless = 0;
        for (long seed = 0; seed < 60; seed++) {
            RandomMonth month = RandomMonth.ofARegion(new SplittableRandom(seed));
            MonthContent content = month.content(Examples.REGION);
            Set<Figure.Key> keys =
                    Disclosure.of(content.figures(), THRESHOLD, List.of()).hidden(content.figures());
            all += content.figures().size();
            hidden += keys.size();
            for (Figure figure : content.figures()) {
                if (keys.contains(figure.key()) && figure.counts().counted() >= THRESHOLD) {
                    Set<Figure.Key> without = new LinkedHashSet<>(keys);
                    without.remove(figure.key());
                    needless += month.providers().stream().allMatch(provider -> isSafe(content, without, provider))
                                    && isSafe(content, without, null)
                            ? 1
                            : 0;
                }
            }
        }
        System.out.printf(
                "suppression: %d figures of 60 regions, %d hidden, %d of them more than need be%n",
                all, hidden, needless);

        assertThat(needless).isLessThan(hidden / 4);
    }

    private static boolean isSafe(MonthContent content, Set<Figure.Key> hidden, String provider) {
        return new Attacker(List.of(new Published(content, hidden)), THRESHOLD, provider)
                .attack()
                .isEmpty();
    }

    @Test
    @DisplayName("A list of changes tells only of figures that are shown")
    void changesAreOfWhatIsShown() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomMonth month = RandomMonth.ofARegion(random);
            MonthContent first = month.content(Examples.REGION);
            Disclosure told = Disclosure.of(first.figures(), THRESHOLD, List.of());
            month.correct(random);
            MonthContent second = month.content(Examples.REGION);
            Set<Figure.Key> hidden =
                    Disclosure.of(second.figures(), THRESHOLD, List.of(told)).hidden(second.figures());

            assertThat(se.nollan.publish.figure.ReaderView.toPublic(second, FigureChange.between(first, second), hidden)
                            .changes())
                    .noneMatch(
                            change -> hidden.contains(new Figure.Key(change.level(), change.id(), change.channel())));
        }
    }
}
