package se.nollan.publish.submissions;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The message that names slice revisions of which every unit-day is evaluated. */
@RegisterForReflection
record ProgressMessage(List<SliceBody> slices) {

    record SliceBody(String provider, String system, String line, LocalDate date, long revision) {
        SliceBody {
            Objects.requireNonNull(provider, "provider is missing");
            Objects.requireNonNull(system, "system is missing");
            Objects.requireNonNull(line, "line is missing");
            Objects.requireNonNull(date, "date is missing");
        }

        /** What the revision is of. */
        List<String> key() {
            return List.of(provider, system, line, date.toString());
        }
    }

    ProgressMessage {
        slices = List.copyOf(slices);
    }
}
