package io.chancery.dispatch.print.stream;

import io.chancery.dispatch.print.stream.share.Sharing;
import java.io.IOException;
import java.util.Iterator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Takes pages out of a letter: what is drawn, and nothing that paper cannot show (tags, links, bookmarks). */
final class LetterPages {

    private static final int QUARTER = 90;
    private static final int WHOLE = 360;

    private final Sharing.Letter copies;

    LetterPages(Sharing.Letter copies) {
        this.copies = copies;
    }

    /** Always upright: a sheet that lies on its side would have its marks on another edge. */
    PDPage copy(PDPage source) throws IOException {
        var page = blank(source);
        var dictionary = page.getCOSObject();
        if (!source.getCropBox().toString().equals(source.getMediaBox().toString())) {
            page.setCropBox(source.getCropBox());
        }
        page.setRotation(upright(source));
        var group = source.getCOSObject().getCOSDictionary(COSName.GROUP);
        if (group != null) {
            dictionary.setItem(COSName.GROUP, copies.copy(group));
        }
        var resources = source.getResources();
        dictionary.setItem(
                COSName.RESOURCES, resources == null ? new COSDictionary() : copies.copy(resources.getCOSObject()));
        var contents = new COSArray();
        for (Iterator<PDStream> streams = source.getContentStreams(); streams.hasNext(); ) {
            contents.add(copies.copy(streams.next().getCOSObject()));
        }
        dictionary.setItem(COSName.CONTENTS, contents);
        return page;
    }

    /** The back of a page, with nothing on it. */
    static PDPage blank(PDPage front) {
        return new PDPage(front.getMediaBox());
    }

    private static int upright(PDPage source) {
        var box = source.getMediaBox();
        boolean turned = source.getRotation() % (2 * QUARTER) != 0;
        boolean wide = turned ? box.getHeight() > box.getWidth() : box.getWidth() > box.getHeight();
        return (source.getRotation() + (wide ? QUARTER : 0)) % WHOLE;
    }
}
