package io.chancery.customer.imports;

import io.chancery.customer.imports.ImportTable.OpenImport;
import io.chancery.customer.source.RecordReader;
import io.chancery.customer.stream.SourceStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One file under way: while a chunk is written, the next is read, so that both cores have work. */
final class ImportRun implements AutoCloseable {

    private final OpenImport open;
    private final Counting file;
    private final ChunkWriter writer;
    private final ExecutorService clerk;
    private final ChunkReader reader;

    private Counts counts;
    private Future<Chunk> ahead;

    /**
     * Goes on where the checkpoint stands.
     *
     * @param clerk reads for this run alone
     */
    ImportRun(OpenImport open, InputStream file, RecordReader records, ChunkWriter writer, ExecutorService clerk)
            throws IOException {
        this.open = open;
        this.file = new Counting(file);
        this.writer = writer;
        this.clerk = clerk;
        this.counts = open.counts();
        var stream = SourceStream.open(this.file, open.mapping(), open.format(), open.encoding());
        this.reader = new ChunkReader(stream, records, this.file.bytes::get);
        reader.skip(counts.read());
        this.ahead = clerk.submit(reader::next);
    }

    OpenImport open() {
        return open;
    }

    Counts counts() {
        return counts;
    }

    /**
     * Writes the next chunk.
     *
     * @return whether there is another
     */
    boolean step() throws IOException, InterruptedException {
        var chunk = take();
        if (!chunk.last()) {
            ahead = clerk.submit(reader::next);
        }
        if (!chunk.items().isEmpty()) {
            counts = writer.write(open, counts, chunk);
        }
        return !chunk.last();
    }

    private Chunk take() throws IOException, InterruptedException {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("The file cannot be read", e.getCause());
        }
    }

    /** The clerk may be in the middle of a chunk: the file is closed under its hands, and nobody asks for the chunk. */
    @Override
    public void close() throws IOException {
        ahead.cancel(true);
        file.close();
    }

    /** Knows how much was read. */
    private static final class Counting extends FilterInputStream {

        private final AtomicLong bytes = new AtomicLong();

        Counting(InputStream file) {
            super(file);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            bytes.addAndGet(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            bytes.addAndGet(Math.max(0, read));
            return read;
        }
    }
}
