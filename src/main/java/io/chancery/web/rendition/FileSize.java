package io.chancery.web.rendition;

/** A number of bytes, shown in kilobytes. */
public record FileSize(long bytes) {

    private static final int KILO = 1000;

    @Override
    public String toString() {
        return Math.max(1, (bytes + KILO / 2) / KILO) + " kB";
    }
}
