package io.chancery.dispatch.print.stream.share;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A TrueType file as its tables (OpenType 1.9, "Organization of an OpenType Font"). */
record Sfnt(Map<String, byte[]> tables) {

    private static final int TRUE_TYPE = 0x00010000;
    private static final int HEADER = 12;
    private static final int ENTRY = 16;

    /** @throws RuntimeException if it is malformed */
    static Sfnt read(byte[] file) {
        var in = ByteBuffer.wrap(file);
        if (in.getInt() != TRUE_TYPE) {
            throw new IllegalArgumentException("Not a TrueType file");
        }
        Map<String, byte[]> tables = new TreeMap<>();
        int count = Short.toUnsignedInt(in.getShort());
        for (int i = 0; i < count; i++) {
            in.position(HEADER + i * ENTRY);
            var tag = new byte[4];
            in.get(tag).getInt();
            int offset = in.getInt();
            var table = new byte[in.getInt()];
            in.get(offset, table);
            tables.put(new String(tag, StandardCharsets.US_ASCII), table);
        }
        return new Sfnt(tables);
    }

    ByteBuffer table(String tag) {
        var table = tables.get(tag);
        if (table == null) {
            throw new IllegalArgumentException("A font without the table " + tag);
        }
        return ByteBuffer.wrap(table);
    }

    /** Table by table, each at a multiple of four. */
    byte[] write() {
        int start = HEADER + ENTRY * tables.size();
        int size = start
                + tables.values().stream()
                        .mapToInt(table -> padded(table.length))
                        .sum();
        var out = ByteBuffer.allocate(size);
        int power = Integer.highestOneBit(tables.size());
        out.putInt(TRUE_TYPE).putShort((short) tables.size());
        out.putShort((short) (power * ENTRY)).putShort((short) Integer.numberOfTrailingZeros(power));
        out.putShort((short) ((tables.size() - power) * ENTRY));
        int offset = start;
        for (var table : tables.entrySet()) {
            out.put(table.getKey().getBytes(StandardCharsets.US_ASCII)).putInt(checksum(table.getValue()));
            out.putInt(offset).putInt(table.getValue().length);
            out.put(offset, table.getValue());
            offset += padded(table.getValue().length);
        }
        return out.array();
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static int checksum(byte[] table) {
        var in = ByteBuffer.allocate(padded(table.length)).put(0, table);
        int sum = 0;
        while (in.hasRemaining()) {
            sum += in.getInt();
        }
        return sum;
    }
}
