package io.chancery.template;

import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.source.TemplateSource;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A {@code templates/} folder that is looked at, whether or not it is imported. */
public final class TemplateFolder {

    private static final Pattern INSTEAD = Pattern.compile("; there is .*", Pattern.DOTALL);

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
        var faults = reviewed(reviews, known);
        specimens(library.blocks(), known)
                .forEach(specimen -> reviews.stream()
                        .flatMap(review -> review.rehearse(specimen, List.copyOf(faults)).stream())
                        .forEach(faults::add));
        return List.copyOf(faults);
    }

    /** What can be seen to be wrong without rendering anything. */
    List<SourceFault> checkQuickly(List<SourceReview> reviews) {
        return List.copyOf(reviewed(reviews, Set.of()));
    }

    /** Blocks come first: with one that cannot be read nobody could read what includes it. */
    private Set<SourceFault> reviewed(List<SourceReview> reviews, Set<String> known) {
        var blocks = library.blocksWithStandIns();
        var unreadable = reviews.stream()
                .flatMap(review -> review.review(blocks).stream())
                .toList();
        var files = unreadable.stream().map(SourceFault::file).collect(Collectors.toSet());
        blocks.replaceAll((name, source) -> files.contains(TemplateSource.blockFile(name)) ? "" : source);
        var faults = new LinkedHashSet<>(library.faults());
        faults.addAll(unreadable);
        var told = new HashSet<List<Object>>();
        specimens(blocks, known)
                .forEach(specimen -> reviews.stream()
                        .flatMap(review -> review.review(specimen).stream())
                        .filter(fault -> told.add(gist(fault)))
                        .map(library::placed)
                        .forEach(faults::add));
        return faults;
    }

    /** What several templates say alike of a file that they share: all but which names each of them has instead. */
    private static List<Object> gist(SourceFault fault) {
        var detail = INSTEAD.matcher(fault.detail()).replaceFirst("");
        return List.of(fault.file(), fault.line(), fault.column(), fault.pointer(), detail);
    }

    private Stream<Specimen> specimens(Map<String, String> blocks, Set<String> known) {
        return library.legible(blocks).stream()
                .filter(specimen -> !known.contains(specimen.version().key()));
    }
}
