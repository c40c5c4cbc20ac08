package io.chancery.message.archive;

import io.chancery.platform.ProblemException;
import java.util.List;

/** There is no such thing in the archive, or none that the caller may see. */
final class UnknownEntryException extends ProblemException {

    private UnknownEntryException(String code, String message) {
        super(404, code, message, List.of());
    }

    static UnknownEntryException entry() {
        return new UnknownEntryException("unknown-entry", "There is no delivery with this id in the archive");
    }

    static UnknownEntryException rendition() {
        return new UnknownEntryException(
                "no-rendition", "Nothing was rendered for this delivery, or its customer was erased");
    }

    static UnknownEntryException message() {
        return new UnknownEntryException("unknown-message", "There is no message with this id in the archive");
    }

    static UnknownEntryException search() {
        return new UnknownEntryException("unknown-search", "There is no saved search with this name");
    }
}
