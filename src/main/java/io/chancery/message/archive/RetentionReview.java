package io.chancery.message.archive;

import io.chancery.archive.ArchiveSearch;
import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.SourceReview;
import io.chancery.template.Specimen;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Sees that what templates make counts as a class of document that there is a rule of retention for. */
@ApplicationScoped
class RetentionReview implements SourceReview {

    private final ArchiveSearch archive;

    RetentionReview(ArchiveSearch archive) {
        this.archive = archive;
    }

    @Override
    public List<SourceFault> review(Specimen candidate) {
        var version = candidate.version();
        return archive.hasRule(version.settings().retention())
                ? List.of()
                : List.of(new SourceFault(
                        version.key() + "/template.yaml",
                        0,
                        "/retention",
                        "there is no rule how long a document of this class is kept"));
    }

    @Override
    public List<SourceFault> rehearse(Specimen candidate, Collection<SourceFault> known) {
        return List.of();
    }

    @Override
    public List<SourceFault> review(Map<String, String> blocks) {
        return List.of();
    }
}
