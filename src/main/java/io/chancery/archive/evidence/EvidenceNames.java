package io.chancery.archive.evidence;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What the files of an export are called. They stand in the ZIP in the order of their names, each once. */
public final class EvidenceNames {

    public static final String README_GERMAN = "LIESMICH.txt";
    public static final String README = "README.txt";
    public static final String VERIFIER = "check/verify.py";
    public static final String DTD = "gdpdu-01-09-2004.dtd";
    public static final String TABLE = "index.csv";
    public static final String PAGE = "index.html";
    public static final String TABLE_DESCRIPTION = "index.xml";
    public static final String CHECKPOINTS = "log/checkpoints.ndjson";
    public static final String KEY = "log/key.txt";
    public static final String MANIFEST = "manifest.json";
    /** The signature over the manifest. */
    public static final String NOTE = "manifest.note";

    /** In the folder of a delivery: its leaves. */
    public static final String ROWS = "rows.ndjson";

    public static final int LONGEST = 200;

    private static final String FOLDER = "deliveries/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern OF_DELIVERY = Pattern.compile(FOLDER + "([0-9a-f-]{36})/[^/]+");

    private EvidenceNames() {}

    /** Whether a file may be called so. */
    public static boolean isName(String name) {
        return name.length() <= LONGEST && NAME.matcher(name).matches();
    }

    /** The folder of a delivery, with its slash. */
    public static String folder(UUID deliveryId) {
        return FOLDER + deliveryId + "/";
    }

    /** Of which delivery a file is, if it is of one. */
    public static Optional<UUID> delivery(String name) {
        var matcher = OF_DELIVERY.matcher(name);
        try {
            return matcher.matches()
                    ? Optional.of(UUID.fromString(matcher.group(1))).filter(id -> name.startsWith(folder(id)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the name of a document ends with. */
    public static String extension(String mediaType) {
        return switch (mediaType.split(";", 2)[0]) {
            case "application/pdf" -> ".pdf";
            case "message/rfc822" -> ".eml";
            case "text/html" -> ".html";
            case "text/plain" -> ".txt";
            default -> ".bin";
        };
    }
}
