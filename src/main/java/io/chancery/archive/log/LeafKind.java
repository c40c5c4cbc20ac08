package io.chancery.archive.log;

import java.util.Arrays;

/** What a leaf of the log stands for. */
public enum LeafKind {
    EVENT('E'),
    DOCUMENT('D'),
    AUDIT_ENTRY('A'),
    DELETION_RECORD('X');

    private final char code;

    LeafKind(char code) {
        this.code = code;
    }

    /** The byte that says so in a leaf: a letter of ASCII. */
    public byte code() {
        return (byte) code;
    }

    /**
     * The kind that has this code.
     *
     * @throws IllegalArgumentException if none has
     */
    public static LeafKind of(byte code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code() == code)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of leaf has the code " + code));
    }
}
