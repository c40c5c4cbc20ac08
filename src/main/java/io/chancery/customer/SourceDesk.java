package io.chancery.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.imports.Imports;
import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.source.Catalogue;
import io.chancery.customer.source.Records;
import io.chancery.customer.source.Sources;
import io.chancery.platform.stream.RawRecord;
import io.chancery.vocabulary.Attribute;
import io.chancery.vocabulary.Purpose;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where it is seen what the sources bring, how good it is, and how their files fare. */
@ApplicationScoped
public class SourceDesk {

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Catalogue catalogue;
    private final Sources sources;
    private final Imports imports;
    private final Records records;

    SourceDesk(Catalogue catalogue, Sources sources, Imports imports, Records records) {
        this.catalogue = catalogue;
        this.sources = sources;
        this.imports = imports;
        this.records = records;
    }

    /**
     * What a source has brought: how much, how complete, how fresh, how good.
     *
     * @param customers behind its records
     * @param filled the share of records that have a value, by attribute
     * @param quality average of its records, 0 to 100; missing until they were looked at
     * @param asOf when this was counted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Holdings(
            long records,
            long customers,
            Map<String, Double> filled,
            Freshness fresh,
            @Nullable Double quality,
            Instant asOf) {}

    /**
     * When the source changed its records, by its own word, and when it last brought one.
     *
     * @param median half of the records are older
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Freshness(
            @Nullable Instant newest,
            @Nullable Instant median,
            @Nullable Instant received) {}

    /** The import that came last, and how it stood. */
    public record LastImport(UUID id, String status, Instant received) {}

    /** A source, what is agreed about it, and what it has brought. */
    public record Overview(
            String key,
            About about,
            Holdings holdings,
            @Nullable LastImport lastImport) {}

    /**
     * What is agreed about a source.
     *
     * @param trust 0 to 100: whose value wins when sources differ
     */
    public record About(
            String title,
            int trust,
            String owner,
            String description,
            List<Purpose> usedFor,
            List<Attribute> wants,
            List<Attribute> owns) {}

    /**
     * A record as its source wrote it, and what it said before.
     *
     * @param ucid of the customer it belongs to
     * @param quality 0 to 100; missing until it was looked at
     * @param notes values that were dropped: in which column, and why
     * @param versions the newest first
     */
    public record RecordPage(
            String source,
            String record,
            Ucid ucid,
            @Nullable Integer quality,
            List<Dropped> notes,
            List<Version> versions) {}

    /** A value that could not be used. */
    public record Dropped(String column, String code, String detail) {}

    /**
     * What a source said about a record at one time.
     *
     * @param columns in its own words
     */
    public record Version(
            int number,
            Map<String, String> columns,
            @Nullable Instant modified,
            Instant received) {}

    /** All sources, by name. */
    public List<Overview> list() {
        return catalogue.list().stream().map(SourceDesk::overview).toList();
    }

    /** One of them. */
    public Overview get(String source) {
        return overview(catalogue.get(source));
    }

    private static Overview overview(Catalogue.Item item) {
        var definition = item.source().definition();
        var about = new About(
                definition.title().isEmpty() ? item.source().key() : definition.title(),
                definition.trust(),
                definition.owner(),
                definition.description(),
                definition.usedFor(),
                definition.wants(),
                definition.owns());
        return new Overview(item.source().key(), about, item.holdings(), item.lastImport());
    }

    /** Imports of a source, newest first. */
    public List<ImportView> imports(@Nullable String source, @Nullable UUID before, int limit) {
        return imports.list(source, before == null ? AFTER_ALL : before, limit);
    }

    /** One import, with what was wrong. */
    public ImportReport report(UUID id) {
        return imports.get(id);
    }

    /** Ends an import where it stands; what was taken stays taken. */
    public ImportReport cancel(UUID id) {
        return imports.cancel(id);
    }

    /**
     * Takes a file of records, which is then worked on.
     *
     * @param name of the file, whose ending says what it is; else it is what the source usually brings
     * @return the import
     */
    public UUID take(String source, String name, InputStream content) {
        var known = sources.get(source);
        var mapping = known.definition().mapping();
        var format = format(name, mapping);
        var upload = imports.receive(known, content, format, Charset.forName(mapping.encodingOf(format)));
        imports.begin(upload);
        return imports.await(upload.delivery().id(), Duration.ZERO).view().id();
    }

    private static Format format(String name, Mapping mapping) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            return Format.CSV;
        }
        return lower.endsWith("json") || lower.endsWith(".jsonl") ? Format.NDJSON : mapping.format();
    }

    private static Map<String, String> columns(String raw) {
        var columns = new LinkedHashMap<String, String>();
        RawRecord.parse(raw)
                .ifPresent(record ->
                        record.columns().fieldNames().forEachRemaining(name -> columns.put(name, record.text(name))));
        return columns;
    }

    /** One record with what it said at most 50 times before. */
    public RecordPage record(String source, String record) {
        var view = records.get(source, record);
        var versions = records.versions(source, record, null, 50).stream()
                .map(version ->
                        new Version(version.version(), columns(version.raw()), version.modified(), version.received()))
                .toList();
        var notes = view.warnings().stream()
                .map(note -> new Dropped(note.column(), note.code(), note.detail()))
                .toList();
        return new RecordPage(source, record, view.ucid(), view.quality(), notes, versions);
    }
}
