package io.chancery.archive.export.dossier;

import io.chancery.archive.commitment.EventCommitment;
import io.chancery.archive.document.OpenedDocument;
import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.expiry.DeletionRecord;
import io.chancery.platform.digest.Sha256;
import io.chancery.vocabulary.Reason;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in the folder of a delivery. */
public final class DossierFiles {

    private DossierFiles() {}

    /** The files by their names, in their order. */
    public static SortedMap<String, byte[]> of(Dossier dossier) {
        var folder = EvidenceNames.folder(dossier.id());
        var files = new TreeMap<String, byte[]>();
        files.put(folder + "delivery.json", EvidenceJson.page(description(dossier)));
        files.put(folder + EvidenceNames.ROWS, rows(dossier));
        for (var document : dossier.documents()) {
            var clear = document.clear();
            if (clear != null) {
                files.put(folder + fileName(document), clear.content());
                files.put(folder + Dossiers.fileName(document, ".context.json"), clear.context());
            }
        }
        return files;
    }

    /** What a document is called there. */
    public static String fileName(OpenedDocument document) {
        return Dossiers.fileName(document, EvidenceNames.extension(document.mediaType()));
    }

    private static byte[] rows(Dossier dossier) {
        var out = new ByteArrayOutputStream();
        dossier.rows().forEach(row -> out.writeBytes(EvidenceJson.line(row)));
        return out.toByteArray();
    }

    /** For people; what of it is proven stands in the rows once more. */
    private static Map<String, Object> description(Dossier dossier) {
        var told = new LinkedHashMap<String, Object>();
        told.put("delivery", dossier.id());
        var about = dossier.about();
        if (about != null) {
            told.put("message", about.message());
            told.put("reference", about.reference());
            told.put("template", about.template());
            told.put("version", about.version());
            told.put("class", about.messageClass());
            told.put("purpose", about.purpose());
            told.put("ucid", about.ucid());
            told.put("channel", about.channel().name());
        }
        told.put("status", dossier.status());
        if (dossier.remark() != Remark.NONE) {
            told.put(
                    "remark",
                    Map.of(
                            "de",
                            dossier.remark().german(),
                            "en",
                            dossier.remark().english()));
        }
        if (dossier.deletion() != null) {
            told.put("deletion", deletion(dossier.deletion()));
        }
        told.put(
                "documents",
                dossier.documents().stream().map(DossierFiles::document).toList());
        told.put(
                "events",
                dossier.events().stream()
                        .map(event -> event(event, dossier.erased()))
                        .toList());
        return told;
    }

    private static Map<String, Object> deletion(DeletionRecord record) {
        var told = new LinkedHashMap<String, Object>();
        var deleted = record.deleted();
        var at = EvidenceJson.instant(record.deletedAt());
        told.put(
                "de",
                "Gelöscht am %s; aufzubewahren bis %s (%s); vorgeschlagen von %s, genehmigt von %s."
                        .formatted(at, deleted.keptUntil(), deleted.rule(), record.proposedBy(), record.approvedBy()));
        told.put(
                "en",
                "Deleted on %s; to be kept until %s (%s); proposed by %s, approved by %s."
                        .formatted(at, deleted.keptUntil(), deleted.rule(), record.proposedBy(), record.approvedBy()));
        told.put("message", deleted.messageId());
        told.put("documentClass", deleted.documentClass());
        told.put("channel", deleted.channel());
        return told;
    }

    private static Map<String, Object> document(OpenedDocument document) {
        var told = new LinkedHashMap<String, Object>();
        told.put("mediaType", document.mediaType());
        told.put("size", document.size());
        told.put("archivedAt", EvidenceJson.instant(document.archivedAt()));
        var clear = document.clear();
        if (clear != null) {
            told.put("file", fileName(document));
            told.put("sha256", Sha256.of(clear.content()));
            told.put("recipient", clear.recipient());
        }
        return told;
    }

    private static Map<String, String> sentences(String code) {
        try {
            var reason = Reason.of(code);
            return Map.of("de", reason.sentence("de"), "en", reason.sentence("en"));
        } catch (IllegalArgumentException e) {
            // Somebody has changed it; that is for the verification to say.
            return Map.of();
        }
    }

    private static Map<String, Object> event(EventCommitment event, boolean erased) {
        var told = new LinkedHashMap<String, Object>();
        told.put("at", EvidenceJson.instant(event.at()));
        told.put("kind", event.kind());
        told.put("attempt", event.attempt());
        if (event.reason() != null) {
            told.put("reason", event.reason());
            told.put("why", sentences(event.reason()));
        }
        if (!erased) {
            told.put("detail", event.detail());
        }
        return told;
    }
}
