package io.chancery.archive.blob;

import org.jspecify.annotations.Nullable;

/** The store did not do what it was asked for. */
public class BlobException extends RuntimeException {

    BlobException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
