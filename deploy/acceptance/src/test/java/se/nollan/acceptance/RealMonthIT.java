package se.nollan.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import se.nollan.local.sample.Delivery;
import se.nollan.local.sample.Sample;
import se.nollan.local.stack.Api;
import se.nollan.local.stack.MonthRun;
import se.nollan.local.stack.Service;
import se.nollan.local.stack.Stack;

/** A month of a real call centre, by a profile that is configuration, under edition 2.0. */
@EnabledIfEnvironmentVariable(named = "NOLLAN_DATA", matches = ".+", disabledReason = "needs the real data")
@ExtendWith(SharedStack.class)
class RealMonthIT {
    private static final YearMonth JANUARY = YearMonth.of(1999, 1);

    @Test
    void theMonthGoesDownTheWholePath(Stack stack) throws IOException {
        Path log = Path.of(System.getenv("NOLLAN_DATA"), "technion", "1999-01_january.txt");
        JsonNode submission = stack.api(Service.INGEST, CallCentre.CLIENT)
                .post(
                        "/ingest/v1/submissions?provider=" + CallCentre.PROVIDER
                                + "&system=vru&profile=technion&from=1999-01-01&to=1999-01-31",
                        BodyPublishers.ofFile(log),
                        "Content-Type",
                        "text/tab-separated-values");
        assertThat(submission.path("counts").path("accepted").asLong()).isEqualTo(31_332);
        assertThat(submission.path("counts").path("inError").asLong()).isEqualTo(27);

        new MonthRun(stack, new Sample(log, log, List.of()), JANUARY)
                .awaitFigures(List.of(new MonthRun.Sent(delivery(log), submission)), line -> {});

        Api coordinator = stack.api(Service.PUBLISH, "coordinator-23");
        JsonNode unit = Figures.of(coordinator.get("/publish/v1/months/1999-01?region=23"))
                .get("unit", CallCentre.UNIT, "phone");
        assertThat(unit.path("hits").asLong()).isEqualTo(14_910);
        assertThat(unit.path("counted").asLong()).isEqualTo(16_126);
    }

    private static Delivery delivery(Path log) {
        return new Delivery(
                CallCentre.PROVIDER,
                CallCentre.CLIENT,
                "vru",
                JANUARY.atDay(1),
                JANUARY.atEndOfMonth(),
                log,
                "text/tab-separated-values",
                false,
                31_599);
    }
}
