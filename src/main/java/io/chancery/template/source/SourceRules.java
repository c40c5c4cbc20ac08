package io.chancery.template.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.template.schema.DataSchema;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The schemas of our own files, which ship beside this class. */
final class SourceRules {

    static final DataSchema TEMPLATE = load("template.schema.json");
    static final DataSchema BRAND = load("brand.schema.json");

    private SourceRules() {}

    private static DataSchema load(String name) {
        try (var stream = SourceRules.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return DataSchema.ofOurOwn(new ObjectMapper().readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
