package se.nollan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import se.nollan.checks.Borders;
import se.nollan.checks.Tables;

/** The borders inside the service. */
class BordersTest {

    @Test
    void theBordersOfEveryServiceHold() {
        Borders.check(
                "se.nollan.publish",
                // JSON on the border
                "se.nollan.publish.messages.MessageBody");
    }

    @Test
    void eachTableHasOneWriter() {
        assertThat(Tables.withSeveralWriters(Path.of(""))).isEmpty();
    }
}
