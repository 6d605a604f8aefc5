package io.seenby.manifests.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.stream.Collectors;

/** Reads a resource into the type of its kind, and refuses what that type does not know. */
final class Strict {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(
                    new Jdk8Module(), new JavaTimeModule(), new SimpleModule().setDeserializerModifier(new NoOthers()))
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A number where text belongs is what the API server refuses most often.
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private Strict() {}

    /** The models keep fields that they do not know, to pass them on; here they may not. */
    private static final class NoOthers extends BeanDeserializerModifier {
        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
            builder.setAnySetter(null);
            builder.setIgnoreUnknownProperties(false);
            return builder;
        }
    }

    /** Throws {@link IllegalArgumentException} with the path of what does not belong there. */
    static Object read(ObjectNode tree) {
        String kind = tree.path("kind").asText();
        Class<?> type = Kinds.type(tree.path("apiVersion").asText(), kind)
                .orElseThrow(() -> new IllegalArgumentException("%s of %s has no place here"
                        .formatted(kind, tree.path("apiVersion").asText())));
        try {
            return MAPPER.treeToValue(tree, type);
        } catch (JsonMappingException wrong) {
            String path = wrong.getPath().stream()
                    .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                    .collect(Collectors.joining("/", "/", ""));
            throw new IllegalArgumentException(path + ": " + firstLine(wrong.getOriginalMessage()), wrong);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(firstLine(wrong.getOriginalMessage()), wrong);
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
