package io.chancery.archive.blob;

import io.chancery.archive.Archive;
import org.jspecify.annotations.Nullable;

/** The store did not do what it was asked for. */
public class BlobException extends Archive.UnavailableException {

    BlobException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
