package io.chancery.archive.verify;

import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.evidence.ZipForm;
import io.chancery.archive.log.Hash;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The ZIP of an export, read by its table of contents. Nothing is unpacked, written or believed: every byte beside the
 * contents has to be what {@link ZipForm} makes of them.
 */
final class ZipFile {

    private static final int CENTRAL_LENGTH = 46;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int END_LENGTH = 22;
    private static final int WIDE_END_LENGTH = 98;
    private static final int BUFFER = 1 << 16;
    private static final int MOST_EXTRA = 28;
    private static final Hash NO_HASH = Hash.of(new byte[Hash.LENGTH]);

    private final FileChannel channel;
    private final End end;

    private ZipFile(FileChannel channel, End end) {
        this.channel = channel;
        this.end = end;
    }

    /** What is wrong with the ZIP. */
    static final class BrokenException extends Exception {

        private static final long serialVersionUID = 1;

        BrokenException(String reason) {
            super(reason);
        }
    }

    /** Where the table of contents is. */
    private record End(long files, long tableSize, long tableOffset) {

        boolean isBefore(long position) {
            return files >= 0 && tableSize >= 0 && tableOffset >= 0 && tableOffset == position - tableSize;
        }
    }

    /**
     * A file as the table of contents has it.
     *
     * @param offset where what stands before it begins
     * @param data where its content begins
     * @param tidy whether all that the ZIP says of it is as it must be
     */
    record Entry(PackedFile file, long offset, long data, boolean tidy) {}

    /** Is given one file after the other. */
    interface Visitor {
        void visit(Entry entry) throws IOException;
    }

    /** @throws BrokenException if it has no end that an export has */
    static ZipFile open(FileChannel channel) throws IOException, BrokenException {
        return new ZipFile(channel, end(channel));
    }

    private static End end(FileChannel channel) throws IOException, BrokenException {
        var bytes = readEnd(channel, END_LENGTH);
        var end = new End(
                Short.toUnsignedLong(bytes.getShort(10)),
                Integer.toUnsignedLong(bytes.getInt(12)),
                Integer.toUnsignedLong(bytes.getInt(16)));
        if (!matches(end, bytes) && channel.size() >= WIDE_END_LENGTH) {
            bytes = readEnd(channel, WIDE_END_LENGTH);
            end = new End(bytes.getLong(24), bytes.getLong(40), bytes.getLong(48));
        }
        if (!matches(end, bytes)) {
            throw new BrokenException("its end is not that of an export, or something follows, or it was cut off");
        }
        if (!end.isBefore(channel.size() - bytes.capacity())) {
            throw new BrokenException("its table of contents is not where its end says");
        }
        return end;
    }

    private static ByteBuffer readEnd(FileChannel channel, int length) throws IOException, BrokenException {
        if (channel.size() < length) {
            throw new BrokenException("it is too short");
        }
        return read(channel, channel.size() - length, length);
    }

    private static boolean matches(End end, ByteBuffer bytes) {
        return Arrays.equals(ZipForm.end(end.files(), end.tableSize(), end.tableOffset()), bytes.array());
    }

    /**
     * Goes through all files.
     *
     * @param findings what is wrong with the ZIP's own bytes goes there
     */
    void each(Visitor visitor, Findings findings) throws IOException, BrokenException {
        long record = end.tableOffset();
        long offset = 0;
        var before = "";
        for (long i = 0; i < end.files(); i++) {
            var entry = entry(record, offset, before);
            var name = entry.file().name();
            if (!entry.tidy()) {
                findings.add(
                        Fault.Code.ZIP_BROKEN, name, "what stands before it and in the table of contents does not fit");
            }
            if (name.compareTo(before) <= 0) {
                findings.add(Fault.Code.ZIP_BROKEN, name, "it does not come after " + before + " in order of names");
            }
            visitor.visit(entry);
            before = name;
            record += ZipForm.central(entry.file(), offset).length;
            offset = entry.data() + entry.file().size();
        }
        if (offset != end.tableOffset() || record != end.tableOffset() + end.tableSize()) {
            throw new BrokenException("after " + before + " there are bytes that belong to no file");
        }
    }

    /** The files that have these names, by name, as far as the table of contents can be read. */
    Map<String, Entry> find(Set<String> names) throws IOException {
        var found = new HashMap<String, Entry>();
        try {
            each(
                    entry -> {
                        if (names.contains(entry.file().name())) {
                            found.put(entry.file().name(), entry);
                        }
                    },
                    new Findings());
        } catch (BrokenException e) {
            // Told where all files are gone through.
        }
        return found;
    }

    private Entry entry(long record, long offset, String before) throws IOException, BrokenException {
        long tableEnd = end.tableOffset() + end.tableSize();
        int most = (int) Math.min(tableEnd - record, CENTRAL_LENGTH + EvidenceNames.LONGEST + MOST_EXTRA);
        if (most < CENTRAL_LENGTH) {
            throw new BrokenException("its table of contents ends after " + before);
        }
        var bytes = read(channel, record, most);
        int nameLength = Short.toUnsignedInt(bytes.getShort(28));
        int extraLength = Short.toUnsignedInt(bytes.getShort(30));
        if (bytes.getInt(0) != CENTRAL_SIGNATURE || CENTRAL_LENGTH + nameLength + extraLength > most) {
            throw new BrokenException("its table of contents cannot be read after " + before);
        }
        var name = new String(bytes.array(), CENTRAL_LENGTH, nameLength, StandardCharsets.ISO_8859_1);
        if (!EvidenceNames.isName(name)) {
            throw new BrokenException("after " + before + " there is a file with a name that no export has");
        }
        long size = Integer.toUnsignedLong(bytes.getInt(24));
        if (size == 0xFFFFFFFFL && extraLength >= 12) {
            size = bytes.getLong(CENTRAL_LENGTH + nameLength + 4);
        }
        var file = new PackedFile(name, size, bytes.getInt(16), NO_HASH);
        return entry(file, offset, Arrays.copyOf(bytes.array(), CENTRAL_LENGTH + nameLength + extraLength));
    }

    private Entry entry(PackedFile file, long offset, byte[] record) throws IOException, BrokenException {
        var local = ZipForm.local(file);
        long data = offset + local.length;
        if (file.size() < 0 || data + file.size() > end.tableOffset() || data + file.size() < 0) {
            throw new BrokenException(file.name() + " is said to be longer than the ZIP");
        }
        boolean tidy = Arrays.equals(record, ZipForm.central(file, offset))
                && Arrays.equals(local, read(channel, offset, local.length).array());
        return new Entry(file, offset, data, tidy);
    }

    /** The content of a file. */
    InputStream content(Entry entry) {
        return new BufferedInputStream(
                new Window(channel, entry.data(), entry.data() + entry.file().size()), BUFFER);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining() && channel.read(bytes, position + bytes.position()) > 0) {
            // Until all is there.
        }
        return bytes;
    }
}
