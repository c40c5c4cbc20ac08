package io.chancery.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.imports.Imports;
import io.chancery.customer.source.Sources;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The golden records: who a customer is, and how to reach them as it is now. */
@ApplicationScoped
public class Customers {

    private final GoldenRecords goldenRecords;
    private final Sources sources;
    private final Imports imports;
    private final ObjectMapper json;

    Customers(GoldenRecords goldenRecords, Sources sources, Imports imports, ObjectMapper json) {
        this.goldenRecords = goldenRecords;
        this.sources = sources;
        this.imports = imports;
        this.json = json;
    }

    /**
     * A part of a list.
     *
     * @param next where the following part begins; null after the last
     */
    public record Page(List<CustomerView> items, @Nullable String next) {}

    /** Whether no source has been set up yet. */
    public boolean isEmpty() {
        return sources.list().isEmpty();
    }

    /** The customer to whom a source's record belongs. */
    public Optional<UUID> findId(String source, String record) {
        return goldenRecords.findId(source, record);
    }

    /** The customer with this id for people, as long as a record is left of it. */
    public Optional<UUID> findId(Ucid ucid) {
        return goldenRecords.findId(ucid);
    }

    /** What a message needs to know of each customer, as it is now; customers without records are missing. */
    public Map<UUID, Recipient> recipients(Collection<UUID> ids) {
        return goldenRecords.find(ids).stream().collect(Collectors.toMap(GoldenRow::id, GoldenRow::recipient));
    }

    /** @throws UnknownCustomerException if there is none */
    public CustomerView get(Ucid ucid) {
        var id = findId(ucid).orElseThrow(UnknownCustomerException::new);
        return views(goldenRecords.find(List.of(id))).stream().findFirst().orElseThrow(UnknownCustomerException::new);
    }

    /** The customer of a source's record, or an empty page. */
    Page ofRecord(String source, String record) {
        var ids = findId(source, record).map(List::of).orElse(List.of());
        return new Page(views(goldenRecords.find(ids)), null);
    }

    /**
     * Customers whose names, or whose e-mail address, begin like the query.
     *
     * @param after {@link Page#next} of the part before
     */
    Page search(String query, @Nullable UUID after, int limit) {
        var found = goldenRecords.search(query, after, limit + 1);
        boolean more = found.size() > limit;
        var part = more ? found.subList(0, limit) : found;
        return new Page(views(part), more ? part.get(limit - 1).id().toString() : null);
    }

    private List<CustomerView> views(List<GoldenRow> rows) {
        var ofCustomer = goldenRecords.records(rows.stream().map(GoldenRow::id).toList());
        var views = new ArrayList<CustomerView>();
        rows.forEach(row -> views.add(row.view(ofCustomer.getOrDefault(row.id(), List.of()))));
        return views;
    }

    /**
     * Sets a source up and takes its records, as the demo and a migration do.
     *
     * @param definition as the body of {@code PUT /sources/{source}}
     * @param content in the format and encoding that the definition names
     * @return how many records were taken
     */
    public long load(String source, InputStream definition, InputStream content) throws IOException {
        var loaded = sources.put(source, json.readTree(definition));
        var mapping = loaded.definition().mapping();
        var encoding = Charset.forName(mapping.encodingOf(mapping.format()));
        var counts = imports.take(loaded, content, mapping.format(), encoding).counts();
        return counts.read() - counts.failed();
    }
}
