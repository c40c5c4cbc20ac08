package io.chancery.customer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.golden.KeptValues;
import io.chancery.customer.imports.Imports;
import io.chancery.customer.page.CustomerPages;
import io.chancery.customer.page.Reader;
import io.chancery.customer.search.SearchQuery;
import io.chancery.customer.source.Sources;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final CustomerPages pages;
    private final KeptValues kept;

    Customers(
            GoldenRecords goldenRecords,
            Sources sources,
            Imports imports,
            ObjectMapper json,
            CustomerPages pages,
            KeptValues kept) {
        this.goldenRecords = goldenRecords;
        this.sources = sources;
        this.imports = imports;
        this.json = json;
        this.pages = pages;
        this.kept = kept;
    }

    /**
     * A part of a list.
     *
     * @param next where the following part begins; null after the last
     */
    public record Page(List<CustomerView> items, @Nullable String next) {}

    /** Somebody without a golden record. */
    public record Nameless(UUID id, Ucid ucid) {}

    /** Opens a customer of whom no source knows, and whom nobody finds: for what colleagues send to themselves. */
    @Transactional
    public Nameless openNameless() {
        var opened = goldenRecords.open();
        return new Nameless(opened.id(), opened.ucid());
    }

    /** Whether no source has been set up yet. */
    public boolean isEmpty() {
        return sources.list().isEmpty();
    }

    /** The customer to whom a source's record belongs. */
    public Optional<UUID> findId(String source, String record) {
        return goldenRecords.findId(source, record);
    }

    /** A record of a source by the source's own id. */
    public record RecordKey(String source, String record) {}

    /** The same of many records; those that nobody knows are missing. */
    public Map<RecordKey, UUID> ofRecords(Collection<RecordKey> keys) {
        return goldenRecords.ofRecords(keys);
    }

    /** The customers to whom these ids for people lead today; those of whom no record is left are missing. */
    public Map<Ucid, UUID> ofUcids(Collection<Ucid> ucids) {
        return goldenRecords.ofUcids(ucids);
    }

    /** The customer to whom this id for people leads today, as long as a record is left of it. */
    public Optional<UUID> findId(Ucid ucid) {
        return goldenRecords.findId(ucid);
    }

    /** The same even of somebody who was erased, by whom what had to be kept is still found. */
    public Optional<UUID> findIdOfAny(Ucid ucid) {
        return findId(ucid).or(() -> goldenRecords.findErased(ucid));
    }

    /** Whether this id for people leads to somebody who was erased (GDPR Art. 17). */
    public boolean isErased(Ucid ucid) {
        return goldenRecords.findErased(ucid).isPresent();
    }

    /**
     * The customer to whom this id for people leads today.
     *
     * @param ucid as a person typed it
     * @throws UnknownCustomerException if it leads to nobody
     * @throws ErasedCustomerException if it leads to somebody who was erased
     */
    public UUID getId(String ucid) {
        try {
            return getId(new Ucid(ucid));
        } catch (IllegalArgumentException e) {
            throw new UnknownCustomerException();
        }
    }

    private UUID getId(Ucid ucid) {
        return findId(ucid)
                .orElseThrow(() -> isErased(ucid) ? new ErasedCustomerException() : new UnknownCustomerException());
    }

    /** All ids, the customer's own among them, that lead to this customer today: those merged into it keep theirs. */
    public List<UUID> idsOf(UUID customerId) {
        return goldenRecords.idsOf(customerId);
    }

    /**
     * What a message needs to know of each customer, as it is now, by the id that was asked for; a merged customer is its
     * survivor. Customers without records are missing.
     */
    public Map<UUID, Recipient> recipients(Collection<UUID> ids) {
        return goldenRecords.find(ids).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().recipient()));
    }

    /** @throws UnknownCustomerException if there is none */
    public CustomerView get(Ucid ucid) {
        return subject(ucid).view();
    }

    /**
     * Everything this feature knows about a customer, with lineage, as far as these roles let through.
     *
     * @throws UnknownCustomerException if there is none
     * @throws ErasedCustomerException if it leads to somebody who was erased
     */
    public CustomerPage page(Ucid ucid, Set<String> roles) {
        return pages.bare(subject(ucid), new Reader(roles));
    }

    /** What each record says about the customer, that which did not survive among it. */
    public List<CustomerPage.Said> said(Ucid ucid, Set<String> roles) {
        var id = getId(ucid);
        return kept.of(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(values -> CustomerPages.said(values, new Reader(roles)))
                .toList();
    }

    /**
     * Customers by beginnings of their words; whoever may not see persons finds them by their whole UCID only.
     *
     * @param after {@link Page#next} of the part before
     */
    public Page find(String query, @Nullable UUID after, int limit, Set<String> roles) {
        var reader = new Reader(roles);
        if (!reader.seesPersons() && !query.isBlank() && !isUcid(query)) {
            return new Page(List.of(), null);
        }
        var found = search(query, after, limit);
        return new Page(found.items().stream().map(reader::see).toList(), found.next());
    }

    private static boolean isUcid(String text) {
        try {
            return !new Ucid(text).text().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * A customer with the UCID by which it was asked for.
     *
     * @throws UnknownCustomerException if there is none
     */
    public CustomerPages.Subject subject(Ucid ucid) {
        var id = getId(ucid);
        var view = views(found(id)).stream().findFirst().orElseThrow(UnknownCustomerException::new);
        return new CustomerPages.Subject(id, view, ucid);
    }

    /** The customer of a source's record, or an empty page. */
    public Page ofRecord(String source, String record) {
        return new Page(views(findId(source, record).map(this::found).orElse(List.of())), null);
    }

    private List<GoldenRow> found(UUID id) {
        return List.copyOf(goldenRecords.find(List.of(id)).values());
    }

    /**
     * Customers that have, for each word of the query, one that begins like it.
     *
     * @param after {@link Page#next} of the part before
     */
    public Page search(String query, @Nullable UUID after, int limit) {
        var found = query.isBlank()
                ? goldenRecords.list(after, limit + 1)
                : SearchQuery.parse(query)
                        .map(parsed -> goldenRecords.search(parsed, after, limit + 1))
                        .orElse(List.of());
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
