package io.chancery.dispatch.print.piece;

import java.util.Locale;

/** What an envelope with its sheets counts as at the post office, from the lightest. */
public enum PostageClass {
    STANDARD,
    COMPACT,
    LARGE,
    MAXI,
    /** No letter any more. */
    PARCEL;

    /** What manifests and file names call it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
