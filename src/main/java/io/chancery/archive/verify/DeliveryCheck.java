package io.chancery.archive.verify;

import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.evidence.RowLine;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.verify.Fault.Code;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers the files of one delivery after the other, and checks each when it has all of them. */
final class DeliveryCheck {

    /** What the folder has beside documents; it is told in the rows, and signed with the manifest. */
    private static final Set<String> TOLD = Set.of("delivery.json", EvidenceNames.ROWS);

    private final ZipFile zip;
    private final @Nullable Checkpoint last;
    private final Findings findings;
    private final Map<String, PackedFile> files = new HashMap<>();
    private @Nullable UUID current;
    private ZipFile.@Nullable Entry rows;
    private int deliveries;
    private int opened;
    private int closed;
    private int deleted;

    DeliveryCheck(ZipFile zip, @Nullable Checkpoint last, Findings findings) {
        this.zip = zip;
        this.last = last;
        this.findings = findings;
    }

    /** The next file of the ZIP, whose hash is known. */
    void file(ZipFile.Entry entry, PackedFile file) throws IOException {
        var id = EvidenceNames.delivery(file.name()).orElse(null);
        if (id == null && file.name().startsWith("deliveries/")) {
            findings.add(Code.FILE_UNPROVEN, file.name(), "its folder is that of no delivery");
        }
        if (id == null || !id.equals(current)) {
            end();
            current = id;
        }
        if (id != null) {
            var name = file.name().substring(EvidenceNames.folder(id).length());
            files.put(name, file);
            rows = name.equals(EvidenceNames.ROWS) ? entry : rows;
        }
    }

    /** There are no more files of the delivery. */
    void end() throws IOException {
        if (current != null) {
            check(current);
        }
        current = null;
        rows = null;
        files.clear();
    }

    private void check(UUID id) throws IOException {
        deliveries++;
        var folder = EvidenceNames.folder(id);
        if (rows == null) {
            findings.add(Code.FILE_MISSING, folder + EvidenceNames.ROWS, "");
            return;
        }
        var check = new RowCheck(id, files, last, findings);
        each(rows, folder, check);
        opened += check.opened();
        closed += check.closed();
        deleted += check.deleted();
        files.keySet().stream()
                .filter(name -> !TOLD.contains(name) && !check.proven().contains(name))
                .forEach(name -> findings.add(Code.FILE_UNPROVEN, folder + name, ""));
    }

    private void each(ZipFile.Entry entry, String folder, RowCheck check) throws IOException {
        var lines = new Lines(zip.content(entry));
        try {
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                var place = "%s%s, line %d".formatted(folder, EvidenceNames.ROWS, lines.no());
                read(line.get(), place, check);
            }
        } catch (Lines.BrokenException e) {
            findings.add(Code.ROW_BROKEN, folder + EvidenceNames.ROWS, String.valueOf(e.getMessage()));
        }
    }

    private void read(String line, String place, RowCheck check) {
        try {
            check.check(EvidenceJson.read(line, RowLine.class), place);
        } catch (IllegalArgumentException e) {
            findings.add(Code.ROW_BROKEN, place, String.valueOf(e.getMessage()));
        }
    }

    int deliveries() {
        return deliveries;
    }

    /** How many rows could be opened. */
    int opened() {
        return opened;
    }

    /** How many deliveries have been deleted, as their records say. */
    int deleted() {
        return deleted;
    }

    /** How many rows nobody can open any more. */
    int closed() {
        return closed;
    }
}
