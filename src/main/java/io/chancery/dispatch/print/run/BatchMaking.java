package io.chancery.dispatch.print.run;

import io.chancery.archive.Archive;
import io.chancery.dispatch.print.manifest.BatchFile;
import io.chancery.dispatch.print.run.store.BatchContents;
import io.chancery.dispatch.print.run.store.StoredBatch;
import io.chancery.dispatch.print.stream.BatchPdf;
import io.chancery.dispatch.print.stream.LetterException;
import io.chancery.platform.work.DataDirectory;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Makes the files of a batch out of the archive. The same batch gives the same bytes, whenever it is made. */
@ApplicationScoped
public class BatchMaking {

    private static final byte[] NOTHING = {};

    private final BatchContents contents;
    private final Archive archive;
    private final LeavingOut leavingOut;
    private final PrintRunSettings settings;
    private final Path work;

    @Inject
    BatchMaking(
            BatchContents contents,
            Archive archive,
            LeavingOut leavingOut,
            PrintRunSettings settings,
            DataDirectory data) {
        this(contents, archive, leavingOut, settings, data.resolve("print-run").resolve("work"));
    }

    BatchMaking(BatchContents contents, Archive archive, LeavingOut leavingOut, PrintRunSettings settings, Path work) {
        this.contents = contents;
        this.archive = archive;
        this.leavingOut = leavingOut;
        this.settings = settings;
        this.work = work;
    }

    void start(@Observes StartupEvent event) throws IOException {
        BatchFolder.clear(work);
    }

    /** Where a batch can be made. */
    public BatchFolder folder() throws IOException {
        return BatchFolder.create(work);
    }

    /**
     * Writes the PDF and the zip into the folder. Letters that cannot be printed are left out, for good.
     *
     * @return whether there is anything in it
     */
    boolean make(StoredBatch stored, BatchFolder folder) throws IOException {
        for (var batch = contents.read(stored); !batch.pieces().isEmpty(); batch = contents.read(stored)) {
            try {
                write(stored, folder);
                return true;
            } catch (LetterException unprintable) {
                leavingOut.leaveOut(unprintable, batch);
            }
        }
        return false;
    }

    /**
     * Writes the files once more, for somebody to look at.
     *
     * @throws LetterException if a letter is not what it was
     */
    public void write(StoredBatch stored, BatchFolder folder) throws IOException {
        var manifest = BatchPdf.write(contents.read(stored), this::pdf, settings.marks(), folder.pdf());
        BatchFile.write(folder.zip(), folder.pdf(), manifest);
    }

    /** One that the archive no longer has is not the one that was archived. */
    private byte[] pdf(UUID delivery) {
        var found = archive.renditions(List.of(delivery)).get(delivery);
        return found == null ? NOTHING : found.content();
    }
}
