package io.chancery.web.compliance;

import io.chancery.message.ArchiveDesk.ArchiveItem;
import io.chancery.message.ArchiveDesk.Page;
import io.chancery.message.ArchiveDesk.SavedSearch;
import io.chancery.vocabulary.DeliveryStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search of the archive and what it found.
 *
 * @param found null if it could not be made
 * @param later whether this is not the first page
 */
record SearchView(SearchForm form, @Nullable Page found, boolean later, List<SavedSearch> saved, String done) {

    /** For the choice of a status. */
    public DeliveryStatus[] statuses() {
        return DeliveryStatus.values();
    }

    /** What it found. */
    public List<ArchiveItem> items() {
        return found == null ? List.of() : found.items();
    }

    /** The query with which a saved search is made again. */
    public String again(SavedSearch search) {
        return SearchForm.encoded(search.query());
    }
}
