package se.nollan.ingest.pseudonym;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Destroys the keys of months that can no longer be corrected: from then on nobody can test a number against them. */
@ApplicationScoped
class KeyExpiry {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final StoredDayKeys keys;
    private final Clock clock;
    private final Period correctionWindow;

    KeyExpiry(
            StoredDayKeys keys,
            Clock clock,
            @ConfigProperty(name = "nollan.correction-window") Period correctionWindow) {
        this.keys = keys;
        this.clock = clock;
        this.correctionWindow = correctionWindow;
    }

    @Scheduled(
            every = "{nollan.housekeeping-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> endMonths() {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(() -> keys.endMonthsBefore(
                        LocalDate.now(clock.withZone(STOCKHOLM)).minus(correctionWindow)));
    }
}
