package se.nollan.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"\"a.draft-1\"", "\"b\", \"a.draft-1\"", " \"a.draft-1\" ", "*", "W/\"a.draft-1\", \"a.draft-1\""
            })
    void aTagOfTheListOrAnyNamesTheDraft(String header) {
        assertThat(IfMatch.names(header, "a.draft-1"::equals)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.draft-1",
                "W/\"a.draft-1\"",
                "\"xa.draft-1\"",
                "\"a.draft-1x\"",
                "\"a\"",
                "\"b\"",
                "a\"a.draft-1"
            })
    void partOfATagAWeakOneAndWhatIsNoListNameNothing(String header) {
        assertThat(IfMatch.names(header, "a.draft-1"::equals)).isFalse();
    }
}
