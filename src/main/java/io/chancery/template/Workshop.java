package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.VersionState.Step;
import io.chancery.template.diff.Differences;
import io.chancery.template.life.Catalogue;
import io.chancery.template.life.Drafts;
import io.chancery.template.life.Lifecycle;
import io.chancery.template.life.Sketches;
import io.chancery.template.life.Versions;
import io.chancery.template.parts.Adoption;
import io.chancery.template.parts.Parts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where authors write and approvers decide: drafts, versions and what is done to them, of templates, blocks and brands
 * alike. What somebody says comes as the body of a request, and is refused with a
 * {@link io.chancery.platform.ProblemException}.
 */
@ApplicationScoped
public class Workshop {

    private final Drafts drafts;
    private final Sketches sketches;
    private final Lifecycle lifecycle;
    private final Shelves shelves;
    private final Differences differences;
    private final Adoption adoption;

    Workshop(
            Drafts drafts,
            Sketches sketches,
            Lifecycle lifecycle,
            Shelves shelves,
            Differences differences,
            Adoption adoption) {
        this.drafts = drafts;
        this.sketches = sketches;
        this.lifecycle = lifecycle;
        this.shelves = shelves;
        this.differences = differences;
        this.adoption = adoption;
    }

    /** What there is to see. */
    @Singleton
    static class Shelves {

        private final Catalogue catalogue;
        private final Versions versions;
        private final Parts parts;

        Shelves(Catalogue catalogue, Versions versions, Parts parts) {
            this.catalogue = catalogue;
            this.versions = versions;
            this.parts = parts;
        }
    }

    /**
     * A draft as authors see it.
     *
     * @param kind {@code template}, {@code block} or {@code brand}
     * @param files each a text, or an object with its {@code base64}
     * @param faults what keeps it from being submitted
     */
    public record DraftView(
            String kind,
            String key,
            long revision,
            JsonNode files,
            List<String> editors,
            Instant editedAt,
            List<SourceFault> faults) {}

    /**
     * One version.
     *
     * @param kind {@code template}, {@code block} or {@code brand}
     * @param files its own files, each a text, or an object with its {@code base64}
     * @param pins null for a block or a brand
     */
    public record VersionView(
            String kind,
            String key,
            int version,
            JsonNode files,
            @JsonUnwrapped @Nullable Pins pins,
            List<Step> steps) {}

    /**
     * What a version of a template pins.
     *
     * @param blocks the source of each block
     * @param blockVersions the number of each; 0 if it is from before blocks had versions
     */
    public record Pins(
            String brand, int brandVersion, Map<String, String> blocks, Map<String, Integer> blockVersions) {}

    /**
     * A block or a brand.
     *
     * @param version the live one, which a version of a template pins that is made now; null if none is live
     * @param publishedAt from when on it is live
     * @param usedBy the live templates; those that are not current adopt the version or stay as they are
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String key,
            @Nullable Integer version,
            @Nullable Instant publishedAt,
            List<Use> usedBy,
            @Nullable List<VersionState> versions) {}

    /**
     * A live version of a template that uses a part.
     *
     * @param pins the version of the part; 0 if it is from before parts had versions
     * @param current whether that is how the live version of the part is
     */
    public record Use(String template, int version, int pins, boolean current) {}

    /**
     * A template that follows a part.
     *
     * @param version the version that does
     * @param submitted whether it was made for that; one that was made before waits for its approval, or is live
     */
    public record Adopted(String template, int version, boolean submitted) {}

    /**
     * One thing in the catalogue.
     *
     * @param live number of the live version; null if there is none
     * @param draft null if nobody works on it
     */
    public record Entry(
            SourceKey source,
            @Nullable Integer live,
            @Nullable DraftState draft) {}

    /** Where a draft stands. */
    public record DraftState(long revision, List<String> editors, Instant editedAt) {}

    /** A version that waits for somebody: to be approved, to be published, or for its day. */
    public record Waiting(SourceKey source, int number, Step step) {}

    /**
     * What somebody works on, kept or not.
     *
     * @param revision 0 if there is no draft yet, and these are the files of the live version, or none
     * @param files by their path
     */
    public record Sources(
            SourceKey source,
            long revision,
            SortedMap<String, byte[]> files,
            @Nullable DraftState draft) {}

    /**
     * What came of what somebody typed.
     *
     * @param faults what can be seen to be wrong without rendering every fixture
     * @param specimen the version that it would make; null if nothing can be made of it
     */
    public record Sketch(List<SourceFault> faults, @Nullable Specimen specimen) {}

    public DraftView draft(SourceKey source) {
        return drafts.view(source);
    }

    /** Keeps a draft: all its files. {@code seen} is the revision that was changed, 0 for a new draft. */
    public DraftView keep(SourceKey source, byte[] body, long seen, String author) {
        return drafts.keep(source, body, seen, author);
    }

    public void discard(SourceKey source, long seen) {
        drafts.remove(source, seen);
    }

    /** Makes a version of the draft. */
    public int submit(SourceKey source, byte[] body, long seen, String author) {
        return drafts.submit(source, body, seen, author);
    }

    /** The files of the draft, or of the live version that one would begin with. */
    public Sources sources(SourceKey source) {
        return sketches.sources(source);
    }

    /**
     * Keeps some files of a draft, and leaves the others as they are; the first change begins it.
     *
     * @param changed by path; null for a file that is gone
     * @return its new revision
     */
    public long change(SourceKey source, Map<String, byte @Nullable []> changed, long seen, String author) {
        return sketches.change(source, changed, seen, author);
    }

    /**
     * What the draft would be with what was typed since, and with it a template that uses it.
     *
     * @param typed text by path; all else is as in the draft
     */
    public Sketch sketch(SourceKey source, Map<String, String> typed, String template) {
        return sketches.sketch(source, typed, template);
    }

    /**
     * Keeps what that would be, for a message that is only tried to be made from; it is never live.
     *
     * @throws io.chancery.platform.ProblemException if anything is wrong with it
     */
    public Specimen trial(SourceKey source, Map<String, String> typed, String template) {
        return sketches.trial(source, typed, template);
    }

    /** A template as a version of a part would have it; of a template the version itself. */
    public Specimen specimen(SourceKey source, int number, String template) {
        return sketches.specimen(source, number, template);
    }

    public void approve(SourceKey source, int number, byte[] body, String by) {
        lifecycle.approve(source, number, body, by);
    }

    /** Returns a version to its authors. */
    public void giveBack(SourceKey source, int number, byte[] body, String by) {
        lifecycle.giveBack(source, number, body, by);
    }

    public void publish(SourceKey source, int number, byte[] body, String by) {
        lifecycle.publish(source, number, body, by);
    }

    public void retire(SourceKey source, int number, byte[] body, String by) {
        lifecycle.retire(source, number, body, by);
    }

    /** Lets live templates follow a part. */
    public List<Adopted> adopt(SourceKey part, int number, byte[] body, String by) {
        return adoption.adopt(part, number, body, by);
    }

    /** Every version that was ever submitted, newest first. */
    public List<VersionState> versions(SourceKey source) {
        return shelves.versions.list(source);
    }

    public VersionView version(SourceKey source, int number) {
        return shelves.versions.get(source, number);
    }

    /** The files of a version by their path. */
    public SortedMap<String, byte[]> files(SourceKey source, int number) {
        return shelves.versions.files(source, number);
    }

    /** All of a kind, live or not, in the order of their keys. */
    public List<Entry> list(Kind kind) {
        return shelves.catalogue.list(kind);
    }

    /** The versions that are not done with, those that wait longest first. */
    public List<Waiting> waiting() {
        return shelves.catalogue.waiting();
    }

    /** The blocks or the brands, without their versions. */
    public List<Part> parts(Kind kind) {
        return shelves.parts.list(kind);
    }

    public Part part(SourceKey source) {
        return shelves.parts.get(source);
    }

    /** What differs; each version by its number, {@code live} or {@code draft}, and the first may be {@code nothing}. */
    public Difference difference(SourceKey source, String from, String to) {
        return differences.between(source, from, to);
    }
}
