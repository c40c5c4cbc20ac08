package io.chancery.template;

import io.chancery.template.ImportReport.SourceFault;
import java.util.List;

/** Looks over sources before they are published, for a feature that knows more about them than the store. A bean. */
public interface SourceReview {

    /**
     * What is wrong with the sources of a version that is about to be made.
     *
     * @param candidate not in the store; its ids mean nothing
     */
    List<SourceFault> review(Specimen candidate);
}
