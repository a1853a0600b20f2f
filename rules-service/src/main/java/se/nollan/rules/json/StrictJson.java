package se.nollan.rules.json;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** Reads JSON that somebody wrote: a field that stands twice, or text after the end, is a mistake that they want to hear of. */
public final class StrictJson {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /**
     * The document.
     *
     * @throws IOException if it is not JSON or names a field twice; its message may quote what was sent
     */
    public static JsonNode parse(byte[] body) throws IOException {
        return STRICT.readTree(body);
    }
}
