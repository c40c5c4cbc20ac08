package io.chancery.render.print.archival;

import io.chancery.render.invoice.MachineInvoice;
import io.chancery.render.print.archival.Metadata.Extension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** The invoice for machines inside the PDF that people read (Factur-X 1.0, §6.2; PDF/A-3, ISO 19005-3 §6.8). */
public final class Attachment {

    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");
    private static final COSName ALTERNATIVE = COSName.getPDFName("Alternative");
    private static final String DESCRIPTION = "The same invoice for software (EN 16931)";

    private static final String SCHEMA = """
            <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>\
            <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>\
            <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>%s%s%s%s</rdf:Seq></pdfaSchema:property></rdf:li>""".formatted(
                    property("DocumentFileName", "The name of the embedded XML document"),
                    property("DocumentType", "The type of the hybrid document"),
                    property("Version", "The version of the standard"),
                    property("ConformanceLevel", "The conformance level"));

    private static final String VALUES = """
            <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">\
            <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>%s</fx:DocumentFileName><fx:Version>%s</fx:Version>\
            <fx:ConformanceLevel>%s</fx:ConformanceLevel></rdf:Description>""";

    private Attachment() {}

    private static String property(String name, String description) {
        return "<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>" + name + "</pdfaProperty:name>"
                + "<pdfaProperty:valueType>Text</pdfaProperty:valueType>"
                + "<pdfaProperty:category>external</pdfaProperty:category>"
                + "<pdfaProperty:description>" + description + "</pdfaProperty:description></rdf:li>";
    }

    /**
     * Puts an invoice into a document.
     *
     * @param date when the file counts as changed
     * @return what the metadata has to say of it
     */
    public static Extension attach(MachineInvoice invoice, LocalDate date, PDDocument document) throws IOException {
        var file = new PDEmbeddedFile(document, new ByteArrayInputStream(invoice.xml()), COSName.FLATE_DECODE);
        file.setSubtype("text/xml");
        file.setSize(invoice.xml().length);
        file.setModDate(GregorianCalendar.from(date.atStartOfDay(ZoneOffset.UTC)));
        var specification = new PDComplexFileSpecification();
        specification.setFile(invoice.fileName());
        specification.setFileUnicode(invoice.fileName());
        specification.setFileDescription(DESCRIPTION);
        specification.setEmbeddedFile(file);
        specification.setEmbeddedFileUnicode(file);
        specification.getCOSObject().setItem(RELATIONSHIP, ALTERNATIVE);
        name(specification, invoice.fileName(), document);
        var associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem(ASSOCIATED_FILES, associated);
        var version = invoice.level().equals("XRECHNUNG") ? "3.0" : "1.0";
        return new Extension(SCHEMA, VALUES.formatted(invoice.fileName(), version, invoice.level()));
    }

    private static void name(PDComplexFileSpecification file, String name, PDDocument document) {
        var files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of(name, file));
        var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
    }
}
