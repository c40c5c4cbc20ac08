package io.chancery.web.compliance;

import io.chancery.archive.ArchiveSearch.Kept;
import io.chancery.archive.Evidence.Verification;
import io.chancery.message.ArchiveDesk.ArchiveEntry;
import io.chancery.web.rendition.RenditionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery with all that is known of it.
 *
 * @param customer whom whoever reads has named; empty if they need not
 * @param proof null if whoever reads may not see it
 */
record EntryView(
        ArchiveEntry entry,
        String customer,
        String name,
        List<Shown> documents,
        @Nullable Verification proof) {

    /**
     * One document of it.
     *
     * @param rendition null if nobody can read it any more
     */
    record Shown(Kept kept, @Nullable RenditionView rendition) {

        /** Whether it stands in a frame. */
        public boolean framed() {
            return rendition != null && rendition.text() == null && rendition.mail() == null;
        }

        /** Whether the frame shows a PDF. */
        public boolean pdf() {
            return kept.mediaType().equals("application/pdf");
        }
    }

    /** What it is called: its reference, else its template. */
    public String title() {
        var message = entry.delivery().message();
        return message.reference().isEmpty() ? message.template() : message.reference();
    }

    /** For the addresses of what belongs to it. */
    public String query() {
        return customer.isEmpty() ? "" : "?customer=" + SearchForm.encoded(customer);
    }

    /** The same where there is another parameter before. */
    public String more() {
        return customer.isEmpty() ? "" : "&customer=" + SearchForm.encoded(customer);
    }

    /** Whether its customer was erased, and nobody can read it any more. */
    public boolean erased() {
        return documents.stream().anyMatch(document -> document.kept().content() == null);
    }
}
