package io.chancery.customer.imports;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;

/** CSV that is made while it is read, so that only the reader can keep too much of it. */
final class EndlessCsv extends InputStream {

    private final int lines;
    private final IntConsumer before;
    private byte[] line = "id,name,street,email,phone\n".getBytes(StandardCharsets.UTF_8);
    private int position;
    private int made;

    EndlessCsv(int lines, IntConsumer before) {
        this.lines = lines;
        this.before = before;
    }

    @Override
    public int read() {
        if (position == line.length && !makeLine()) {
            return -1;
        }
        return line[position++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position == line.length && !makeLine()) {
            return -1;
        }
        int count = Math.min(length, line.length - position);
        System.arraycopy(line, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean makeLine() {
        if (made == lines) {
            return false;
        }
        before.accept(made);
        line = "%d,\"Müller-%d, Ida\",Am Hang %d,ida%d@example.org,0171 39%06d\n"
                .formatted(made, made, made, made, made)
                .getBytes(StandardCharsets.UTF_8);
        made++;
        position = 0;
        return true;
    }
}
