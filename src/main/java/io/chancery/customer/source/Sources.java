package io.chancery.customer.source;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;

/** Sets up the sources and tells what is set up. */
@ApplicationScoped
public class Sources {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,49}");

    private final SourceTable table;
    private final Clock clock;

    Sources(SourceTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /**
     * Sets a source up, or anew. Records that it delivered before are read by the new mapping when they come again.
     *
     * @throws SourceException if the key or the definition cannot be used
     */
    @Transactional
    public Source put(String key, JsonNode body) {
        if (!KEY.matcher(key).matches()) {
            throw SourceException.invalidSource(
                    List.of(new Fault("", "The name of a source has a-z, 0-9 and '-', at most 50 characters")));
        }
        table.put(key, SourceDefinition.read(body), clock.instant());
        return get(key);
    }

    /** @throws SourceException if there is none */
    public Source get(String key) {
        return table.find(key).orElseThrow(SourceException::unknownSource);
    }

    /** All sources, by name. */
    public List<Source> list() {
        return table.list();
    }
}
