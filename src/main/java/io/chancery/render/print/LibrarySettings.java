package io.chancery.render.print;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.Map;
import java.util.logging.Level;

/** What can only be set for the whole process. */
final class LibrarySettings {

    /**
     * XMP metadata asks for an XML factory several times per document, and without a property each time the whole class
     * path is searched.
     */
    private static final Map<String, String> XML_OF_THE_JDK = Map.of(
            "javax.xml.parsers.DocumentBuilderFactory",
                    "com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl",
            "javax.xml.parsers.SAXParserFactory", "com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl",
            "javax.xml.transform.TransformerFactory",
                    "com.sun.org.apache.xalan.internal.xsltc.trax.TransformerFactoryImpl");

    private LibrarySettings() {}

    /** Keeps an XML factory that somebody has chosen; silences the library's log in any case. */
    static void settle() {
        XML_OF_THE_JDK.forEach((factory, implementation) -> {
            if (System.getProperty(factory) == null) {
                System.setProperty(factory, implementation);
            }
        });
        XRLog.setLoggerImpl(new Silence());
    }

    /** The library logs every step, which costs a third of the time, and its messages quote the document. */
    private static final class Silence implements XRLogger {

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }

        @Override
        public void log(String where, Level level, String message) {}

        @Override
        public void log(String where, Level level, String message, Throwable thrown) {}

        @Override
        public void setLevel(String logger, Level level) {}
    }
}
