package io.chancery.template;

import java.util.Locale;

/** Names what has versions: a template, or a block or a brand, which templates share. */
public record SourceKey(Kind kind, String key) {

    /** What can have versions. Its code is in the names of its tables. */
    public enum Kind {
        TEMPLATE,
        BLOCK,
        BRAND;

        /** Lower case, as kept. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** As addresses have it. */
        public String plural() {
            return code() + "s";
        }
    }

    public static SourceKey template(String key) {
        return new SourceKey(Kind.TEMPLATE, key);
    }

    public static SourceKey block(String key) {
        return new SourceKey(Kind.BLOCK, key);
    }

    public static SourceKey brand(String key) {
        return new SourceKey(Kind.BRAND, key);
    }

    /** Whether many templates use it. */
    public boolean isShared() {
        return kind != Kind.TEMPLATE;
    }

    /** Where one of its files is in a {@code templates/} folder. */
    public String inFolder(String path) {
        return switch (kind) {
            case TEMPLATE -> key + "/" + path;
            case BLOCK -> "blocks/" + path;
            case BRAND -> "brands/" + key + "/" + path;
        };
    }

    /** The one file of a block. */
    public String blockFile() {
        return key + ".html";
    }
}
