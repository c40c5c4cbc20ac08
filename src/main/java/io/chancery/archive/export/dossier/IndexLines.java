package io.chancery.archive.export.dossier;

import io.chancery.archive.DeliverySelection.About;
import io.chancery.archive.document.OpenedDocument;
import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.export.text.IndexPage;
import io.chancery.platform.digest.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What tables of an export say of a delivery. */
public final class IndexLines {

    private static final int DOCUMENT_COLUMNS = 6;

    private IndexLines() {}

    /** A line for each document, or one if there is none. */
    public static List<List<String>> of(Dossier dossier) {
        if (dossier.documents().isEmpty()) {
            return List.of(line(dossier, null));
        }
        return dossier.documents().stream()
                .map(document -> line(dossier, document))
                .toList();
    }

    private static List<String> line(Dossier dossier, @Nullable OpenedDocument document) {
        var line = new ArrayList<String>();
        line.add(dossier.id().toString());
        line.add(accepted(dossier));
        line.addAll(about(dossier));
        line.add(dossier.status());
        line.add(said(dossier, About::ucid));
        line.addAll(document == null ? nothing(DOCUMENT_COLUMNS) : document(dossier, document));
        line.add(dossier.remark().german());
        return line;
    }

    private static String accepted(Dossier dossier) {
        // Ids begin with the time at which they were made (RFC 9562, version 7).
        return Instant.ofEpochMilli(dossier.id().getMostSignificantBits() >>> Short.SIZE)
                .toString();
    }

    private static List<String> about(Dossier dossier) {
        return List.of(
                dossier.message(),
                said(dossier, About::reference),
                said(dossier, About::template),
                said(dossier, about -> String.valueOf(about.version())),
                said(dossier, About::messageClass),
                said(dossier, About::purpose),
                dossier.channel());
    }

    private static String said(Dossier dossier, Function<About, String> of) {
        return dossier.about() == null ? "" : of.apply(dossier.about());
    }

    private static List<String> document(Dossier dossier, OpenedDocument document) {
        var clear = document.clear();
        return List.of(
                clear == null ? "" : clear.recipient(),
                EvidenceJson.instant(document.archivedAt()),
                document.mediaType(),
                String.valueOf(document.size()),
                clear == null ? "" : Sha256.of(clear.content()),
                clear == null ? "" : EvidenceNames.folder(dossier.id()) + DossierFiles.fileName(document));
    }

    private static List<String> nothing(int columns) {
        return Collections.nCopies(columns, "");
    }

    /** Of the page for people. */
    public static String row(Dossier dossier) {
        var folder = EvidenceNames.folder(dossier.id());
        var files = new ArrayList<String>();
        dossier.documents().stream()
                .filter(document -> document.clear() != null)
                .forEach(document -> files.add(folder + DossierFiles.fileName(document)));
        files.add(folder + "delivery.json");
        var values = List.of(
                accepted(dossier),
                said(dossier, About::reference),
                said(dossier, About::template),
                dossier.channel(),
                dossier.status());
        var remark = dossier.remark();
        var words = remark.german().isEmpty() ? "" : remark.german() + " · " + remark.english();
        return IndexPage.row(values, files, words);
    }
}
