package se.nollan.ingest.submission;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.body.BodyStream;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.profile.ProfileReader;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.register.CurrentRegister;
import se.nollan.ingest.register.Register;
import se.nollan.ingest.slice.DroppedDays;

/** Where a submission is asked for: who sends, for whom, what and how. Throws the problem that answers a bad order. */
@ApplicationScoped
public class SubmissionAdmission {
    private final Callers callers;
    private final CurrentRegister currentRegister;
    private final SessionFactory sessions;
    private final Profiles profiles;
    private final DroppedDays dropped;
    private final Clock clock;
    private final Period correctionWindow;
    private final BodyStream.Limits limits;
    private final SpillSpace spill;

    SubmissionAdmission(
            Callers callers,
            CurrentRegister currentRegister,
            SessionFactory sessions,
            Profiles profiles,
            DroppedDays dropped,
            Clock clock,
            @ConfigProperty(name = "nollan.correction-window") Period correctionWindow,
            @ConfigProperty(name = "nollan.spill.dir") Path folder,
            @ConfigProperty(name = "nollan.limits.spill") MemorySize room,
            @ConfigProperty(name = "nollan.limits.submission") MemorySize limit,
            @ConfigProperty(name = "nollan.limits.slowest-upload") MemorySize slowest,
            @ConfigProperty(name = "nollan.limits.longest-upload") Duration longest) {
        this.callers = callers;
        this.currentRegister = currentRegister;
        this.sessions = sessions;
        this.profiles = profiles;
        this.dropped = dropped;
        this.clock = clock;
        this.correctionWindow = correctionWindow;
        this.spill = new SpillSpace(folder, room.asLongValue());
        this.limits = new BodyStream.Limits(limit.asLongValue(), slowest.asLongValue(), longest);
    }

    private record Asked(Register register, LocalDate keptFrom) {}

    /** Most bytes of a body, and how slowly it may come. */
    BodyStream.Limits limits() {
        return limits;
    }

    /** An order that can be filled; throws the problem that answers one that cannot. Blocks. */
    public SubmissionOrder take(SubmissionParameters form, @Nullable String provider, BodyFormat body) {
        var caller = Workers.await(callers::current);
        return take(form, provider(caller, provider), caller.clientId(), body);
    }

    /**
     * The same, of a sender who is known to act for the provider.
     *
     * @param sentBy by what name it is put on record
     */
    SubmissionOrder take(SubmissionParameters form, String provider, String sentBy, BodyFormat body) {
        var asked = Workers.await(() -> sessions.withTransaction(
                session -> currentRegister.current(session).chain(register -> dropped.before(session)
                        .map(day -> new Asked(register, day)))));
        var desk = new SubmissionParameters.Desk(
                asked.register(),
                profiles.names(),
                LocalDate.now(clock.withZone(TimeText.STOCKHOLM)),
                correctionWindow,
                asked.keptFrom());
        var result = form.check(provider, sentBy, profiles, desk);
        if (!result.foreignLines().isEmpty()) {
            throw SubmissionProblems.foreignLines(result.foreignLines());
        }
        var order = result.order();
        if (order == null) {
            throw SubmissionProblems.wrong(result.wrong());
        }
        var profile = profiles.named(order.profile());
        var reader = profile == null ? body.reader() : new ProfileReader(profile, order.to(), spill);
        if (reader == null) {
            throw SubmissionProblems.form();
        }
        return new SubmissionOrder(
                order, asked.register(), reader, profile == null ? SourceNotation.USUAL : profile.notation());
    }

    private static String provider(Caller caller, @Nullable String named) {
        if (named == null && caller.providers().size() > 1) {
            throw SubmissionProblems.chooseProvider(new TreeSet<>(caller.providers()));
        }
        var provider =
                named != null ? named : caller.providers().stream().findFirst().orElse("");
        if (!caller.actsFor(provider)) {
            throw SubmissionProblems.foreignProvider();
        }
        return provider;
    }
}
