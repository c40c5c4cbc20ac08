package io.chancery.dispatch.print.manifest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.dispatch.print.manifest.Manifest.Entry;
import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Letter;

/** A manifest for software. The same manifest gives the same bytes. */
final class ManifestJson {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        var root = JSON.createObjectNode();
        var batch = manifest.batch();
        root.put("run", batch.run())
                .put("batch", batch.number())
                .put("reprint", batch.reprint())
                .put("file", manifest.pdf())
                .put("sha256", manifest.sha256());
        describe(batch, root.putObject("group"));
        root.put("pieces", batch.pieces().size())
                .put(
                        "sheets",
                        batch.pieces().stream()
                                .mapToInt(numbered -> numbered.piece().sheets())
                                .sum())
                .put("pages", manifest.entries().stream().mapToInt(Entry::pages).sum());
        var entries = root.putArray("entries");
        manifest.entries().forEach(entry -> describe(entry, entries.addObject()));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void describe(Batch batch, ObjectNode group) {
        var kind = batch.kind();
        group.put("urgent", kind.urgent())
                .put("international", kind.international())
                .put("postageClass", kind.postageClass().code())
                .put("oneSheet", kind.oneSheet())
                .put("form", kind.form())
                .put("paper", kind.paper().code())
                .put("grammage", kind.paper().grammage())
                .put("sides", kind.duplex() ? "duplex" : "simplex");
    }

    private static void describe(Entry entry, ObjectNode target) {
        var numbered = entry.piece();
        var piece = numbered.piece();
        target.put("piece", numbered.id().text())
                .put("sequence", numbered.id().sequence())
                .put("customer", piece.customer().text())
                .put("sender", piece.stationery().sender())
                .put("country", piece.destination().country())
                .put("postcode", piece.destination().postcode())
                .put("sheets", piece.sheets())
                .put("firstPage", entry.firstPage())
                .put("pages", entry.pages())
                .put("grams", numbered.postage().weight().grams())
                .put("postageClass", numbered.postage().code());
        var letters = target.putArray("letters");
        piece.letters().forEach(letter -> describe(letter, letters.addObject()));
    }

    private static void describe(Letter letter, ObjectNode target) {
        target.put("delivery", letter.delivery().toString())
                .put("pages", letter.extent().pages())
                .put("sheets", letter.sheets())
                .put("sha256", letter.sha256());
    }
}
