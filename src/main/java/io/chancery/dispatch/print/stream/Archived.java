package io.chancery.dispatch.print.stream;

import java.io.IOException;
import java.util.UUID;

/** Where the exact bytes of letters are. */
@FunctionalInterface
public interface Archived {

    /** The PDF of a delivery; its SHA-256 is checked by who asks. */
    byte[] pdf(UUID delivery) throws IOException;
}
