package se.nollan.publish.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import se.nollan.base.messaging.Poison;

/** Reads the bodies of messages: unknown fields are ignored, a count that is left out is not taken for zero. */
public final class MessageBody {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    private MessageBody() {}

    /** The CloudEvents type of a message; empty when it has none. */
    public static String type(ConsumerRecord<byte[], byte[]> message) {
        Header type = message.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), UTF_8);
    }

    /**
     * The body as the given type.
     *
     * @throws Poison when the message is of another type, or its body is not what the type says
     */
    public static <T> T read(ConsumerRecord<byte[], byte[]> message, String type, Class<T> as) {
        if (!type.equals(type(message))) {
            throw new Poison("not of type " + type);
        }
        return read(message.value(), as);
    }

    /** @throws Poison when the body is not what the type says; the reason quotes nothing of it */
    public static <T> T read(byte[] body, Class<T> as) {
        if (body == null) {
            throw new Poison("no body");
        }
        try {
            return JSON.readValue(body, as);
        } catch (JacksonException e) {
            throw new Poison("not a readable " + as.getSimpleName() + ": " + where(e));
        } catch (IOException e) {
            throw new Poison("not readable");
        }
    }

    private static String where(JacksonException e) {
        var location = e.getLocation();
        return e.getClass().getSimpleName()
                + (location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr());
    }
}
