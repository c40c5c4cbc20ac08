package io.chancery.template;

import io.chancery.template.ImportReport.SourceFault;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Looks over sources before they are published, for a feature that knows more about them than the store. A bean. */
public interface SourceReview {

    /**
     * What can be seen to be wrong by reading the sources of a version that is about to be made.
     *
     * @param candidate not in the store; its ids follow from its content
     */
    List<SourceFault> review(Specimen candidate);

    /**
     * What turns out to be wrong when each fixture is rendered, which takes a second.
     *
     * @param known what was found before; what only follows from it is not told
     */
    List<SourceFault> rehearse(Specimen candidate, Collection<SourceFault> known);

    /** What can be seen to be wrong by reading blocks, each with those that it includes. */
    List<SourceFault> review(Map<String, String> blocks);
}
