package io.chancery.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.ArchiveSearch.Retention;
import io.chancery.archive.KeptRendition;
import io.chancery.archive.NewDocument.Part;
import io.chancery.message.archive.ArchiveEntries;
import io.chancery.message.archive.ArchiveScope;
import io.chancery.message.archive.ArchiveSearches;
import io.chancery.message.archive.SavedSearches;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.InvalidSearchException;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.processing.ProcessingRecords;
import io.chancery.message.processing.RecordPage;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.DeliveryStatus;
import io.chancery.vocabulary.EventKind;
import io.chancery.vocabulary.Reason;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The archive for people: what was sent, to whom, when, and what became of it. */
@ApplicationScoped
public class ArchiveDesk {

    private static final int LIMIT = 200;

    private final ArchiveSearches searches;
    private final ArchiveEntries entries;
    private final SavedSearches saved;
    private final ProcessingRecords processing;

    ArchiveDesk(ArchiveSearches searches, ArchiveEntries entries, SavedSearches saved, ProcessingRecords processing) {
        this.processing = processing;
        this.searches = searches;
        this.entries = entries;
        this.saved = saved;
    }

    /**
     * One delivery in a list.
     *
     * @param at when it was accepted
     * @param message what it belongs to
     * @param ucid of who reads it, as it was when the message was accepted
     * @param reason of the last event that had one
     * @param document what was kept; null if nothing was rendered
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArchiveItem(
            UUID id,
            Instant at,
            Message message,
            String ucid,
            Channel channel,
            DeliveryStatus status,
            @Nullable Reason reason,
            @Nullable Document document) {

        /** What was asked for. */
        public record Message(
                UUID id,
                String reference,
                String template,
                int version,
                @JsonProperty("class") String messageClass,
                String purpose) {}

        /** What was kept of what was sent. */
        public record Document(String mediaType, int size) {}
    }

    /**
     * A page of a list.
     *
     * @param next for the parameter {@code after} of the next page; missing on the last one
     * @param count how many there are on all pages, with a plus if there are more; on the first page alone
     * @param searchedBackTo if the search stopped before the end, up to when it was made; the next page goes on there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Page(
            List<ArchiveItem> items,
            @Nullable String next,
            @Nullable String count,
            @Nullable Instant searchedBackTo) {}

    /**
     * All that is known of one delivery.
     *
     * @param retention how long it is kept, and whether it is on hold
     * @param documents what was sent, and what its link led to; their content is missing once the customer was erased
     * @param events what happened to it, oldest first
     * @param attempts each hand-over to a provider, in its own words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ArchiveEntry(
            @JsonUnwrapped ArchiveItem delivery,
            @Nullable Retention retention,
            List<Kept> documents,
            List<Happening> events,
            List<Attempt> attempts) {

        /**
         * One event.
         *
         * @param why the reason as a sentence
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Happening(
                UUID id,
                Instant at,
                EventKind kind,
                int attempt,
                @Nullable Reason reason,
                @Nullable String why,
                Map<String, String> detail) {}

        /**
         * A hand-over that has ended.
         *
         * @param providerId what the provider calls it
         * @param code what the provider said, in its own words like the text; missing once the customer was erased
         */
        @JsonInclude(JsonInclude.Include.NON_NULL)
        public record Attempt(
                int number,
                String provider,
                Instant startedAt,
                Instant finishedAt,
                String outcome,
                String providerId,
                @Nullable String code,
                @Nullable String text) {

            public Attempt withoutWords() {
                return new Attempt(number, provider, startedAt, finishedAt, outcome, providerId, null, null);
            }
        }
    }

    /**
     * A search that is made again and again.
     *
     * @param query as it is typed
     * @param shared whether others may use it
     * @param own whether it belongs to whoever asks
     */
    public record SavedSearch(String name, String query, boolean shared, boolean own, Instant changedAt) {}

    /**
     * The deliveries that are asked for, newest first. An agent names a customer.
     *
     * @param text as it is typed; may be empty
     * @param keys what is asked for beside it, by the keys of the query language
     * @throws io.chancery.platform.ProblemException with every fault
     */
    public Page search(
            String text, Map<String, String> keys, SecurityIdentity caller, @Nullable String after, int limit) {
        if (limit < 1 || limit > LIMIT) {
            throw InvalidSearchException.of("limit", "must be 1 to " + LIMIT);
        }
        var parameters = new EnumMap<QueryKey, String>(QueryKey.class);
        keys.forEach((key, value) -> parameters.put(QueryKey.of(key).orElseThrow(), value));
        var query = ArchiveQuery.read(text, parameters);
        query.terms().stream()
                .filter(term -> term.key().isImpersonal())
                .forEach(term -> AuditLog.detail(term.key().code(), term.value()));
        return searches.page(query, ArchiveScope.of(caller, query), cursor(after), limit);
    }

    private static @Nullable UUID cursor(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidSearchException.of("after", "is not next of a page");
        }
    }

    /**
     * All that is known of a delivery.
     *
     * @param customer whom an agent has to name
     * @param language of the sentences, ISO 639-1
     */
    public ArchiveEntry entry(UUID deliveryId, @Nullable String customer, SecurityIdentity caller, String language) {
        var query = of(customer);
        return entries.get(deliveryId, query, ArchiveScope.of(caller, query), language);
    }

    /**
     * The exact bytes as they were kept.
     *
     * @param part {@code sent}, or {@code page} or {@code pdf} behind a link
     */
    public KeptRendition rendition(UUID deliveryId, String part, @Nullable String customer, SecurityIdentity caller) {
        var query = of(customer);
        return entries.rendition(deliveryId, partOf(part), query, ArchiveScope.of(caller, query));
    }

    private static ArchiveQuery of(@Nullable String customer) {
        return ArchiveQuery.read("", customer == null ? Map.of() : Map.of(QueryKey.CUSTOMER, customer));
    }

    private static Part partOf(String name) {
        try {
            return Part.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw InvalidSearchException.of("part", "must be sent, page or pdf");
        }
    }

    /** Their own saved searches first, and what others share. */
    public List<SavedSearch> savedSearches(SecurityIdentity caller) {
        return saved.list(ApiClient.of(caller).id());
    }

    /** Saves a search under a name: its {@code query}, and whether it is {@code shared}. */
    public SavedSearch save(String name, BodyFields fields, SecurityIdentity caller) {
        return saved.save(ApiClient.of(caller).id(), name, fields);
    }

    /** @throws io.chancery.platform.ProblemException if the caller has no search of that name */
    public void deleteSearch(String name, SecurityIdentity caller) {
        saved.delete(ApiClient.of(caller).id(), name);
    }

    /**
     * The record of processing activities as a table.
     *
     * @param controller who answers for it, line by line
     * @param measures technical and organisational ones
     */
    public record ProcessingTable(
            Instant at,
            List<String> controller,
            List<String> columns,
            List<List<String>> rows,
            List<String> measures) {}

    /** The record of processing activities as it is now (GDPR Art. 30). */
    public ProcessingTable processing(String language) {
        var record = processing.make();
        var table = new RecordPage(record, "de".equals(language));
        return new ProcessingTable(
                record.at(),
                table.controllerLines(),
                table.columns(),
                table.rows(),
                record.measures().getOrDefault(language, List.of()));
    }
}
