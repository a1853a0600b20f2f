package se.nollan.kubernetes.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

/** Reads a resource into its typed model as an API server would: a field that the model lacks, or a value of another type, is an error. */
public final class StrictReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .annotationIntrospector(new NothingExtra())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, coercion -> {
                // `value: true` for the text "true" is the commonest mistake in manifests
                coercion.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                coercion.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                coercion.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
            })
            .build();

    private StrictReader() {}

    /** @throws IllegalArgumentException that says which resource and which field */
    public static <T> T read(JsonNode resource, Class<T> type) {
        try {
            return MAPPER.treeToValue(resource, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    resource.path("kind").asText() + " "
                            + resource.at("/metadata/name").asText() + ": " + e.getMessage(),
                    e);
        }
    }

    /** The models keep what they do not know in a map of additional properties; here they may not. */
    private static final class NothingExtra extends JacksonAnnotationIntrospector {

        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return Boolean.FALSE;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
            return super.findPropertyIgnoralByName(config, annotated).withoutIgnoreUnknown();
        }
    }
}
