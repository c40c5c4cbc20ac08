package io.chancery.render.print.difference;

import io.chancery.render.difference.EnclosedFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;

/** A letter that is looked at. */
final class PrintedLetter implements AutoCloseable {

    private final PDDocument document;

    PrintedLetter(byte[] pdf) throws IOException {
        this.document = Loader.loadPDF(pdf);
    }

    PDDocument document() {
        return document;
    }

    int pages() {
        return document.getNumberOfPages();
    }

    boolean has(int page) {
        return page <= pages();
    }

    /** What is carried inside, by name. */
    List<EnclosedFile> files() throws IOException {
        var names = document.getDocumentCatalog().getNames();
        var tree = names == null ? null : names.getEmbeddedFiles();
        var found = tree == null ? null : tree.getNames();
        var files = new ArrayList<EnclosedFile>();
        if (found != null) {
            for (var file : found.entrySet()) {
                files.add(file(file.getKey(), file.getValue()));
            }
        }
        return files;
    }

    private static EnclosedFile file(String name, PDComplexFileSpecification file) throws IOException {
        var content = file.getEmbeddedFile();
        return content == null
                ? new EnclosedFile(name, "", new byte[0])
                : new EnclosedFile(name, Objects.requireNonNullElse(content.getSubtype(), ""), content.toByteArray());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
