package se.nollan.local.sample;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the generator needs to know of the fictional region: its register, who acts for whom, what is delivered. */
record Region(Register register, Map<String, Access> access, List<Delivery.Form> forms) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true)
            .build();

    /** The register in the form that ingest-service imports; only what the generator asks about is read. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Register(List<Unit> units, List<Line> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Unit(
            String id,
            String name,
            String provider,
            String type,
            @Nullable String parent) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            String id,
            String unit,
            String kind,
            boolean underMain,
            boolean automatic,
            @Nullable String system,
            @Nullable List<String> keys) {

        /** What the vendor's system calls the line. */
        String key() {
            return keys == null ? id : keys.get(0);
        }

        boolean isChat() {
            return kind.equals("chat");
        }

        /** Whether its calls are measured at all (S-3). */
        boolean isMeasured() {
            return automatic && (!kind.equals("direct") || underMain);
        }
    }

    record Access(List<String> clients, List<String> groups) {}

    static Region read() {
        try {
            return new Region(
                    JSON.readValue(resource("register.json"), Register.class),
                    JSON.readerForMapOf(Access.class).readValue(resource("access.json")),
                    JSON.readerForListOf(Delivery.Form.class).readValue(resource("deliveries.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of a file that belongs to the region. */
    static byte[] resource(String name) throws IOException {
        try (InputStream in = Region.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
