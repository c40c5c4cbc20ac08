package io.chancery.render.print.enclosure;

import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Which standards a PDF says in its XMP metadata that it follows.
 *
 * @param pdfA part of ISO 19005, empty for none
 * @param pdfUa part of ISO 14289, empty for none
 */
record Declaration(String pdfA, String pdfUa) {

    private static final String PDF_A = "http://www.aiim.org/pdfa/ns/id/";
    private static final String PDF_UA = "http://www.aiim.org/pdfua/ns/id/";
    private static final String DESCRIPTION = "Description";
    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String PART = "part";

    static Declaration of(@Nullable PDMetadata metadata) throws IOException {
        if (metadata == null) {
            return new Declaration("", "");
        }
        try (var xmp = metadata.exportXMPMetadata()) {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var builder = factory.newDocumentBuilder();
            // The JDK's own writes to the console.
            builder.setErrorHandler(new DefaultHandler());
            var document = builder.parse(xmp);
            return new Declaration(part(document, PDF_A), part(document, PDF_UA));
        } catch (SAXException | ParserConfigurationException malformed) {
            return new Declaration("", "");
        }
    }

    /** XMP has a property as an element, or as an attribute of what it describes. */
    private static String part(Document xmp, String namespace) {
        var element = xmp.getElementsByTagNameNS(namespace, PART).item(0);
        if (element != null) {
            return element.getTextContent().strip();
        }
        var descriptions = xmp.getElementsByTagNameNS(RDF, DESCRIPTION);
        for (int i = 0; i < descriptions.getLength(); i++) {
            var part = ((Element) descriptions.item(i)).getAttributeNS(namespace, PART);
            if (!part.isEmpty()) {
                return part.strip();
            }
        }
        return "";
    }
}
