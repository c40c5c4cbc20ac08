package io.chancery.template;

import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.source.TemplateLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A {@code templates/} folder that is looked at, whether or not it is imported. */
public final class TemplateFolder {

    private final TemplateLibrary library;

    TemplateFolder(TemplateLibrary library) {
        this.library = library;
    }

    /** Reads all of it. */
    public static TemplateFolder read(Path folder) {
        return new TemplateFolder(TemplateLibrary.read(folder));
    }

    /** What keeps it from being read; if there is anything, the specimens are not all there are. */
    public List<SourceFault> faults() {
        return library.faults();
    }

    /** The versions that would be made of it, by key. */
    public List<Specimen> specimens() {
        return library.candidates();
    }

    /** All that is wrong with it. What can be read is rendered, too. */
    public List<SourceFault> check(List<SourceReview> reviews) {
        return check(reviews, Set.of());
    }

    /** @param known templates that were looked over before, as they are now */
    List<SourceFault> check(List<SourceReview> reviews, Set<String> known) {
        var candidates = specimens().stream()
                .filter(candidate -> !known.contains(candidate.version().key()))
                .toList();
        var unreadable = review(candidates, reviews, SourceReview::review);
        return inOrder(unreadable.isEmpty() ? review(candidates, reviews, SourceReview::rehearse) : unreadable);
    }

    /** What can be seen to be wrong without rendering anything. */
    List<SourceFault> checkQuickly(List<SourceReview> reviews) {
        return inOrder(review(specimens(), reviews, SourceReview::review));
    }

    private List<SourceFault> inOrder(List<SourceFault> reviewed) {
        return Stream.concat(library.faults().stream(), reviewed.stream()).toList();
    }

    private static List<SourceFault> review(
            List<Specimen> candidates,
            List<SourceReview> reviews,
            BiFunction<SourceReview, Specimen, List<SourceFault>> how) {
        return candidates.stream()
                .flatMap(candidate -> reviews.stream().flatMap(review -> how.apply(review, candidate).stream()))
                .distinct()
                .toList();
    }
}
