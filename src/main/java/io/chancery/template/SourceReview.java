package io.chancery.template;

import io.chancery.template.ImportReport.SourceFault;
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

    /** What turns out to be wrong when each fixture is rendered, which takes a second; asked of what can be read. */
    List<SourceFault> rehearse(Specimen candidate);

    /** What can be seen to be wrong with a block by reading it with those that it includes. */
    List<SourceFault> review(String block, Map<String, String> blocks);
}
