package io.chancery.message.run;

import io.chancery.message.RunView;
import io.chancery.message.Runs.FaultPage;
import io.chancery.message.Runs.FileForm;
import io.chancery.message.Runs.LineFault;
import io.chancery.message.Runs.Uploaded;
import io.chancery.message.run.file.ItemUploads;
import io.chancery.message.run.file.Upload;
import io.chancery.message.run.store.FaultTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** Takes the lines of runs, and says what is wrong with them. */
@ApplicationScoped
class RunLinesDesk {

    private static final long MOST_LINES = 1_000_000_000_000L;
    private static final int LIMIT = 1_000;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,13})-(\\d{1,4})");

    private final ItemUploads uploads;
    private final FaultTable faults;

    RunLinesDesk(ItemUploads uploads, FaultTable faults) {
        this.uploads = uploads;
        this.faults = faults;
    }

    Uploaded take(RunView run, FileForm form, InputStream content) {
        if (!run.status().isOpen()) {
            throw RunException.closed();
        }
        if (form.firstLine() < 1 || form.firstLine() > MOST_LINES) {
            throw RunException.invalidQuery("firstLine", "must be 1 to " + MOST_LINES);
        }
        if (form.delimiter() != null && !FileForm.isDelimiter(form.delimiter())) {
            throw RunException.invalidQuery("delimiter", "must be , ; | or tab");
        }
        try {
            var upload = new Upload(form.firstLine(), form.delimiter());
            var counts = uploads.take(run.id(), content, form.charset(), upload);
            return new Uploaded(
                    counts.lastLine(),
                    counts.added(),
                    counts.corrected(),
                    counts.repeated(),
                    counts.changed(),
                    counts.refused());
        } catch (ItemUploads.ClosedException e) {
            throw RunException.closed();
        } catch (IOException e) {
            throw RunException.brokenStream();
        }
    }

    FaultPage faults(RunView run, String after, int limit) {
        var cursor = CURSOR.matcher(after);
        if (!cursor.matches()) {
            throw RunException.invalidQuery("after", "is not a valid value");
        }
        if (limit < 1 || limit > LIMIT) {
            throw RunException.invalidQuery("limit", "must be 1 to " + LIMIT);
        }
        var found =
                faults.list(run.id(), Long.parseLong(cursor.group(1)), Integer.parseInt(cursor.group(2)), limit + 1);
        boolean more = found.size() > limit;
        var part = more ? found.subList(0, limit) : found;
        return new FaultPage(
                part.stream().map(RunLinesDesk::fault).toList(), more ? cursor(part.get(limit - 1)) : null);
    }

    private static LineFault fault(FaultTable.Numbered numbered) {
        var fault = numbered.fault();
        return new LineFault(fault.line(), fault.code(), fault.pointer(), fault.detail());
    }

    private static String cursor(FaultTable.Numbered last) {
        return last.fault().line() + "-" + last.no();
    }
}
