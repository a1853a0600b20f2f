package se.nollan.publish.register;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The message that carries a version of the register; what publish-service has no use for is left out. */
@RegisterForReflection
record RegisterMessage(
        long version,
        String hash,
        Instant importedAt,
        List<ProviderBody> providers,
        List<UnitBody> units,
        List<LineBody> lines) {

    record ProviderBody(
            String id,
            String name,
            String form,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record UnitBody(
            String id,
            String name,
            String region,
            String provider,
            String type,
            @Nullable String parent,
            @Nullable Long target,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record LineBody(
            String id,
            String unit,
            String kind,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<String> system,

            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    RegisterMessage {
        Objects.requireNonNull(hash, "hash is missing");
        Objects.requireNonNull(importedAt, "importedAt is missing");
    }

    /** @throws IllegalArgumentException when it has a word that nobody knows */
    Register toRegister() {
        return new Register(
                version,
                providers.stream()
                        .map(body ->
                                new Provider(body.id, body.name, Form.of(body.form), new Period(body.from, body.to)))
                        .toList(),
                units.stream().map(RegisterMessage::unit).toList(),
                lines.stream().map(RegisterMessage::line).toList());
    }

    private static Unit unit(UnitBody body) {
        return new Unit(
                body.id,
                body.name,
                Objects.requireNonNull(body.region, "region is missing"),
                Objects.requireNonNull(body.provider, "provider is missing"),
                UnitType.of(body.type),
                body.parent,
                body.target,
                new Period(body.from, body.to));
    }

    private static Line line(LineBody body) {
        boolean chat =
                switch (body.kind) {
                    case "chat" -> true;
                    case "main", "menu", "direct" -> false;
                    default -> throw new IllegalArgumentException("unknown kind of line");
                };
        return new Line(
                body.id,
                body.unit,
                chat,
                body.system == null ? List.of() : body.system,
                new Period(body.from, body.to));
    }
}
