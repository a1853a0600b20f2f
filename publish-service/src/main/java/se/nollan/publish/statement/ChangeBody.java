package se.nollan.publish.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.ReaderView;

/** A change from the last signed statement, as JSON. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeBody(
        String level,
        String id,
        String name,
        String channel,
        @Nullable BriefBody before,
        @Nullable BriefBody after) {

    record BriefBody(String status, long contactsIn, long hits, long counted) {
        static @Nullable BriefBody of(FigureChange.@Nullable Brief brief) {
            return brief == null
                    ? null
                    : new BriefBody(brief.status().word(), brief.contactsIn(), brief.hits(), brief.counted());
        }
    }

    static List<ChangeBody> of(ReaderView readerView) {
        return readerView.changes().stream()
                .map(change -> new ChangeBody(
                        change.level().word(),
                        change.id(),
                        change.name(),
                        change.channel().word(),
                        BriefBody.of(change.before()),
                        BriefBody.of(change.after())))
                .toList();
    }
}
