package io.chancery.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.platform.Fault;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.schema.DataSchema;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.store.FolderImport;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.TemplateStore;
import io.chancery.template.store.UnknownTemplateException;
import io.chancery.template.store.VersionCache;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** The template store: which version is live, what a version is made of, and whether data fit it. */
@ApplicationScoped
public class Templates {

    /** A version is some 100 KB, a brand with its fonts some MB. */
    private static final int MOST_VERSIONS = 200;

    private static final int MOST_BRANDS = 20;

    private final TemplateStore store;
    private final FolderImport imports;
    private final StepTable steps;
    private final List<SourceReview> reviews;
    private final VersionCache<TemplateVersion> versions = new VersionCache<>(MOST_VERSIONS);
    private final VersionCache<Brand> brands = new VersionCache<>(MOST_BRANDS);
    private final VersionCache<DataSchema> schemas = new VersionCache<>(MOST_VERSIONS);

    @Inject
    Templates(TemplateStore store, FolderImport imports, StepTable steps, @All List<SourceReview> reviews) {
        this.store = store;
        this.imports = imports;
        this.steps = steps;
        this.reviews = reviews;
    }

    /**
     * The version that new messages are made from.
     *
     * @throws UnknownTemplateException if nothing with this key is live
     */
    public TemplateVersion getLive(String key) {
        return findLive(key).orElseThrow(UnknownTemplateException::inBody);
    }

    /** The version that new messages are made from, if there is one. */
    public Optional<TemplateVersion> findLive(String key) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> store.findLiveId(key))
                .map(this::get);
    }

    /**
     * A version that was live when a message pinned it.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public TemplateVersion get(UUID versionId) {
        return versions.get(
                versionId, () -> QuarkusTransaction.joiningExisting().call(() -> read(versionId)));
    }

    private Brand brand(UUID id) {
        return brands.get(id, () -> store.getBrand(id));
    }

    private TemplateVersion read(UUID versionId) {
        return store.find(versionId, this::brand)
                .orElseThrow(() -> new IllegalArgumentException("No template version " + versionId));
    }

    /** All that is wrong with the data of a request, each with its pointer, {@code /data} in front. */
    public List<Fault> check(TemplateVersion version, JsonNode data) {
        return schemas.get(version.id(), () -> DataSchema.of(version.schema())).check(data, "/data");
    }

    /** The live versions in the order of their keys, from behind a key; an empty key begins. */
    @Transactional
    public List<TemplateVersion> list(String after, int limit) {
        return store.listLiveIds(after, limit).stream().map(this::get).toList();
    }

    /** Every version of a template, newest first. */
    @Transactional
    public List<VersionState> history(String key) {
        return steps.history(SourceKey.template(key));
    }

    /**
     * Publishes what is new or changed in a folder, all of it or, if there is any fault, none.
     *
     * @param folder laid out as DESIGN.md §5 draws it
     */
    public ImportReport importFrom(Path folder) {
        return publish(TemplateLibrary.read(folder));
    }

    /** The same without rendering the fixtures, for a start that must be quick; the folder was validated when it was built. */
    public ImportReport importQuickly(Path folder) {
        var library = TemplateLibrary.read(folder);
        return publish(library, new TemplateFolder(library).checkQuickly(reviews));
    }

    /** The same of a folder that comes otherwise. */
    public ImportReport publish(TemplateLibrary library) {
        var known = QuarkusTransaction.requiringNew().call(() -> imports.imported(library));
        return publish(library, new TemplateFolder(library).check(reviews, known));
    }

    private ImportReport publish(TemplateLibrary library, List<SourceFault> faults) {
        return faults.isEmpty()
                ? new ImportReport(QuarkusTransaction.requiringNew().call(() -> imports.publish(library)), List.of())
                : new ImportReport(List.of(), faults);
    }

    /** Everything that is live by its path in a folder which, imported, gives the same again. */
    @Transactional
    public SortedMap<String, byte[]> export() {
        return store.folder();
    }

    /** All that is wrong with a library. */
    public List<SourceFault> check(TemplateLibrary library) {
        return new TemplateFolder(library).check(reviews);
    }

    /** What can be seen to be wrong with a library without rendering its fixtures. */
    public List<SourceFault> checkQuickly(TemplateLibrary library) {
        return new TemplateFolder(library).checkQuickly(reviews);
    }
}
