package io.chancery.archive.export;

import io.chancery.archive.evidence.Measure;
import io.chancery.archive.evidence.ZipForm;
import io.chancery.archive.export.ExportContents.OutdatedException;
import io.chancery.archive.export.ExportContents.Session;
import io.chancery.archive.export.PlanTable.Planned;
import java.io.IOException;
import java.io.OutputStream;

/** Any part of the ZIP of an export, in little memory: only the files that have a share in it are made. */
final class ExportStream {

    private static final int FILES = 500;

    private final Export export;
    private final PlanTable plan;
    private final Session contents;

    ExportStream(Export export, PlanTable plan, Session contents) {
        this.export = export;
        this.plan = plan;
        this.contents = contents;
    }

    /** @throws OutdatedException if a file is not what it was planned to be; until then what was written is right */
    void write(ByteRange range, OutputStream out) throws IOException {
        long table = export.plan().tableOffset();
        long start = range.from() < table ? plan.startOf(export.id(), range.from()) : table;
        var slice = new Slice(out, start, range);
        if (start < table) {
            files(start, slice);
        }
        if (!slice.isFull()) {
            table(slice);
            slice.write(ZipForm.end(export.plan().files(), export.plan().tableSize(), table));
        }
        out.flush();
    }

    private void files(long start, Slice slice) throws IOException {
        long next = start;
        for (var part = plan.files(export.id(), next, FILES);
                !part.isEmpty() && !slice.isFull();
                part = plan.files(export.id(), next, FILES)) {
            for (var planned : part) {
                if (slice.isFull()) {
                    return;
                }
                file(planned, slice);
                next = planned.start() + 1;
            }
        }
    }

    private void file(Planned planned, Slice slice) throws IOException {
        slice.write(ZipForm.local(planned.file()));
        var measure = new Measure(slice);
        contents.write(planned.file().name(), measure);
        if (!measure.file(planned.file().name()).equals(planned.file())) {
            throw new OutdatedException(planned.file().name());
        }
    }

    private void table(Slice slice) throws IOException {
        long next = 0;
        for (var part = plan.files(export.id(), next, FILES);
                !part.isEmpty();
                part = plan.files(export.id(), next, FILES)) {
            for (var planned : part) {
                slice.write(ZipForm.central(planned.file(), planned.start()));
                next = planned.start() + 1;
            }
        }
    }

    /** Lets those bytes pass that lie within the range. */
    private static final class Slice extends OutputStream {

        private final OutputStream out;
        private final ByteRange range;
        private long position;

        Slice(OutputStream out, long position, ByteRange range) {
            this.out = out;
            this.position = position;
            this.range = range;
        }

        boolean isFull() {
            return position >= range.to();
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long from = Math.max(position, range.from());
            long to = Math.min(position + length, range.to());
            if (from < to) {
                out.write(bytes, offset + (int) (from - position), (int) (to - from));
            }
            position += length;
        }
    }
}
