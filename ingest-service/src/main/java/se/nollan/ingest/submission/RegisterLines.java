package se.nollan.ingest.submission;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.register.Placement;
import se.nollan.ingest.register.Register;

/** One version of the register as a submission sees it. */
public final class RegisterLines implements KnownLines {
    private final Register register;
    private final String provider;
    private final String system;
    private final @Nullable Set<String> named;

    /** @param named ids of the lines that the submission names; null: it covers all of its source */
    public RegisterLines(Register register, String provider, String system, @Nullable Set<String> named) {
        this.register = register;
        this.provider = provider;
        this.system = system;
        this.named = named;
    }

    @Override
    public @Nullable Line line(String key, LocalDate day) {
        var own = register.resolve(provider, system, key, day);
        if (own.isPresent()) {
            var id = own.get().line().id();
            return line(own.get(), named == null || named.contains(id) ? Standing.COVERED : Standing.NOT_COVERED);
        }
        var others = register.named(key, day);
        if (others.isEmpty()) {
            return null;
        }
        // A line of the provider that another of its systems sends is known and its own, but not covered.
        return others.stream()
                .filter(other -> other.provider().equals(provider))
                .findFirst()
                .map(other -> line(other, Standing.NOT_COVERED))
                .orElseGet(() -> line(others.get(0), Standing.OF_ANOTHER_PROVIDER));
    }

    @Override
    public @Nullable Line firstLine(String key, LocalDate day) {
        return register.resolve(provider, system, key, day)
                .or(() -> register.named(key, day).stream().findFirst())
                .map(placement -> line(placement, Standing.COVERED))
                .orElse(null);
    }

    private static Line line(Placement placement, Standing standing) {
        var chat = placement.line().kind() == se.nollan.ingest.register.Line.Kind.CHAT;
        return new Line(
                placement.line().id(),
                placement.unit().id(),
                placement.region(),
                chat ? Channel.CHAT : Channel.PHONE,
                standing);
    }
}
