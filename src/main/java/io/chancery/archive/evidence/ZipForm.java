package io.chancery.archive.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How the ZIP of an export is written (PKWARE APPNOTE 6.3): files stored as they are, without dates, comments or rights,
 * so that its every byte follows from the names and contents. ZIP64 is used where numbers need it, and nowhere else.
 */
public final class ZipForm {

    /** What a number of 4 bytes says if the real one stands in the ZIP64 field. */
    static final long LARGE = 0xFFFFFFFFL;

    private static final int MANY = 0xFFFF;

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;

    private static final short UTF_8 = 0x0800;
    /** The first day that ZIP knows: 1 January 1980. */
    private static final short NO_DATE = 0x21;

    private static final short PLAIN_VERSION = 10;
    private static final short VERSION_64 = 45;
    private static final short FIELD_64 = 1;

    private ZipForm() {}

    /** What stands before a file. */
    public static byte[] local(PackedFile file) {
        var name = name(file);
        var extra = large(file) ? field(file.size(), file.size()) : new byte[0];
        var header = buffer(30 + name.length + extra.length).putInt(LOCAL);
        putFile(header, file, extra.length > 0);
        return header.putShort((short) name.length)
                .putShort((short) extra.length)
                .put(name)
                .put(extra)
                .array();
    }

    /** What the table of contents says of a file that begins at an offset. */
    public static byte[] central(PackedFile file, long offset) {
        var name = name(file);
        var extra = extra(file, offset);
        boolean wide = extra.length > 0;
        var record = buffer(46 + name.length + extra.length).putInt(CENTRAL);
        record.putShort(wide ? VERSION_64 : PLAIN_VERSION);
        putFile(record, file, wide);
        return record.putShort((short) name.length)
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) Math.min(offset, LARGE))
                .put(name)
                .put(extra)
                .array();
    }

    /** What the ZIP ends with: how many files, and where their table of contents is. */
    public static byte[] end(long files, long tableSize, long tableOffset) {
        boolean wide = files >= MANY || tableSize >= LARGE || tableOffset >= LARGE;
        var end = buffer(wide ? 98 : 22);
        if (wide) {
            end.putInt(END_64).putLong(44).putShort(VERSION_64).putShort(VERSION_64);
            end.putInt(0).putInt(0).putLong(files).putLong(files).putLong(tableSize);
            end.putLong(tableOffset);
            end.putInt(LOCATOR_64).putInt(0).putLong(tableOffset + tableSize).putInt(1);
        }
        var count = (short) Math.min(files, MANY);
        return end.putInt(END)
                .putInt(0)
                .putShort(count)
                .putShort(count)
                .putInt((int) Math.min(tableSize, LARGE))
                .putInt((int) Math.min(tableOffset, LARGE))
                .putShort((short) 0)
                .array();
    }

    private static void putFile(ByteBuffer out, PackedFile file, boolean wide) {
        int size = (int) Math.min(file.size(), LARGE);
        out.putShort(wide ? VERSION_64 : PLAIN_VERSION)
                .putShort(UTF_8)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(NO_DATE)
                .putInt(file.crc())
                .putInt(size)
                .putInt(size);
    }

    private static byte[] extra(PackedFile file, long offset) {
        if (large(file)) {
            return offset >= LARGE ? field(file.size(), file.size(), offset) : field(file.size(), file.size());
        }
        return offset >= LARGE ? field(offset) : new byte[0];
    }

    private static byte[] field(long... values) {
        var field = buffer(4 + values.length * Long.BYTES).putShort(FIELD_64).putShort((short)
                (values.length * Long.BYTES));
        for (long value : values) {
            field.putLong(value);
        }
        return field.array();
    }

    private static boolean large(PackedFile file) {
        return file.size() >= LARGE;
    }

    private static byte[] name(PackedFile file) {
        return file.name().getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
