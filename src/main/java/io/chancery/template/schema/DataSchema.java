package io.chancery.template.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.resource.DisallowSchemaLoader;
import io.chancery.platform.Fault;
import java.util.LinkedHashMap;
import java.util.List;

/** A compiled JSON Schema 2020-12, for any number of threads. It stands alone and fetches nothing. */
public final class DataSchema {

    /** More than a person reads; what is beyond is found when these are mended. */
    private static final int MOST_FAULTS = 100;

    private static final JsonSchemaFactory FACTORY = factory();

    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(BudgetedPattern::of)
            .preloadJsonSchema(true)
            .build();

    private final JsonSchema schema;

    private DataSchema(JsonSchema schema) {
        this.schema = schema;
    }

    private static JsonSchemaFactory factory() {
        var dialect = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                .format(DataFormat.DATE)
                .format(DataFormat.DECIMAL)
                .format(DataFormat.REGEX)
                .format(DataFormat.TIME_SPAN)
                .build();
        return JsonSchemaFactory.builder()
                .defaultMetaSchemaIri(dialect.getIri())
                .metaSchema(dialect)
                .enableSchemaCache(false)
                .schemaLoaders(loaders -> loaders.values(List::clear).add(DisallowSchemaLoader.getInstance()))
                .build();
    }

    /**
     * Compiles the schema of a template. It may not be recursive: data from outside would then decide how deep the
     * check goes.
     *
     * @throws IllegalArgumentException if it is no schema, refers to something outside itself, or to itself
     */
    public static DataSchema of(JsonNode schema) {
        References.check(schema);
        return ofOurOwn(schema);
    }

    /** Compiles a schema that ships with Chancery and may be recursive. */
    public static DataSchema ofOurOwn(JsonNode schema) {
        try {
            var compiled = FACTORY.getSchema(schema, CONFIG);
            compiled.initializeValidators();
            return new DataSchema(compiled);
        } catch (JsonSchemaException e) {
            throw new IllegalArgumentException("Not a JSON Schema", e);
        }
    }

    /**
     * All that is wrong with the data, one fault for each place; empty if they are valid.
     *
     * @param at pointer of the data in the whole, such as {@code /data}
     */
    public List<Fault> check(JsonNode data, String at) {
        var unfit = UnfitData.find(data, at);
        return unfit.isEmpty() ? breaches(data, at) : unfit.subList(0, Math.min(MOST_FAULTS, unfit.size()));
    }

    private List<Fault> breaches(JsonNode data, String at) {
        var words = new LinkedHashMap<String, String>();
        for (var message : schema.validate(data)) {
            words.merge(at + pointer(message), FaultWords.of(message), DataSchema::join);
        }
        return words.entrySet().stream()
                .limit(MOST_FAULTS)
                .map(place -> new Fault(place.getKey(), place.getValue()))
                .toList();
    }

    private static String join(String first, String second) {
        return first.equals(second) ? first : first + "; " + second;
    }

    /** A property that is missing or one too many is pointed at itself, not at the object around it. */
    private static String pointer(ValidationMessage message) {
        var pointer = new StringBuilder();
        JsonNodePath location = message.getInstanceLocation();
        for (int i = 0; i < location.getNameCount(); i++) {
            pointer.append('/').append(escape(location.getName(i)));
        }
        if (message.getProperty() != null) {
            pointer.append('/').append(escape(message.getProperty()));
        }
        return pointer.toString();
    }

    /** A property name as one step of a JSON pointer (RFC 6901). */
    public static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
