package io.chancery.dispatch.print.stream;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Bundling;
import io.chancery.dispatch.print.piece.Destination;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.Grouping;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.Paper;
import io.chancery.dispatch.print.piece.PostageClass;
import io.chancery.dispatch.print.piece.Stationery;
import io.chancery.dispatch.print.piece.Tariff;
import io.chancery.platform.digest.Sha256;
import io.chancery.render.RenderRequest;
import io.chancery.render.RendererAccess;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Ucid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Letters of one household that were rendered and archived, or drawn by hand, and wait for a batch. */
final class ArchivedLetters implements Archived {

    private static final Destination HOME = new Destination("DE", "10969", "Musterweg 1, 10969 Berlin, DE");
    private static final Stationery STATIONERY = new Stationery("lindenwerk", "din-5008-b", new Paper("plain", 80));
    private static final int MOST_SHEETS = 400;

    private final Map<UUID, byte[]> archive = new HashMap<>();
    private final List<Letter> letters = new ArrayList<>();

    /** Rendered as it would be for its channel. */
    ArchivedLetters rendered(RenderRequest request, int customer) {
        var document = RendererAccess.everyChannel().render(Channel.PRINT, request);
        var envelope = document.envelope();
        return add(
                customer,
                Integer.parseInt(envelope.get("pages")),
                envelope.get("sides").equals("duplex"),
                document.content());
    }

    /** With a rectangle on each page, so that it can be told from a blank one. */
    ArchivedLetters drawn(int customer, boolean duplex, PDRectangle format, int rotation, int pages)
            throws IOException {
        var pdf = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (int i = 0; i < pages; i++) {
                var page = new PDPage(format);
                page.setRotation(rotation);
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.addRect(format.getLowerLeftX() + 300, format.getLowerLeftY() + 300, 50, 50);
                    content.fill();
                }
            }
            document.save(pdf);
        }
        return add(customer, pages, duplex, pdf.toByteArray());
    }

    private ArchivedLetters add(int customer, int pages, boolean duplex, byte[] pdf) {
        var id = new UUID(9, letters.size());
        archive.put(id, pdf);
        letters.add(new Letter(
                id,
                Ucid.ofNumber(customer),
                HOME,
                STATIONERY,
                new Letter.Extent(pages, duplex, pdf.length),
                Sha256.of(pdf),
                false));
        return this;
    }

    /** Makes the archive give something else. */
    void tamper(int letter) {
        archive.get(letters.get(letter).delivery())[20]++;
    }

    List<Letter> letters() {
        return letters;
    }

    /** All in one batch, as if they were of one kind. */
    Batch batch() {
        var tariff = new Tariff("DE", List.of());
        var groups = new Grouping(17, tariff).group(new Bundling(MOST_SHEETS).bundle(letters));
        boolean duplex = groups.stream().anyMatch(group -> group.kind().duplex());
        return new Batch(
                17,
                1,
                false,
                new Group.Kind(
                        false, false, PostageClass.STANDARD, false, STATIONERY.form(), STATIONERY.paper(), duplex),
                groups.stream().flatMap(group -> group.pieces().stream()).toList());
    }

    @Override
    public byte[] pdf(UUID delivery) {
        return archive.get(delivery);
    }
}
