package io.chancery.render.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.vocabulary.Rendition;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;

/** Looks at what was rendered, as its reader's program would, for what must not be in it. */
final class Harm {

    /** Inner names of Java, by which it would show that a template reached into the process. */
    static final List<String> INNER = List.of("java.lang", "java.util", "io.quarkus", "jdk.internal", "ClassLoader");

    private static final Set<String> HEADERS = Set.of(
            "From",
            "Reply-To",
            "To",
            "Subject",
            "Date",
            "Message-ID",
            "Auto-Submitted",
            "Content-Language",
            "MIME-Version",
            "Content-Type");

    private static final int PAGES_READ = 20;

    private static final Pattern CODE_POINT = Pattern.compile("\\\\([0-9a-fA-F]{1,6})\\s?");
    private static final Pattern LOADING =
            Pattern.compile("url\\(|@import|image-set\\(|expression\\(|image\\(|src\\(", Pattern.CASE_INSENSITIVE);

    /** Elements whose {@code href} is loaded; that of others is followed when somebody clicks. */
    private static final Set<String> LOADING_LINKS = Set.of("link", "base", "image", "feimage", "use", "script");

    private static final Set<String> HARMLESS = Set.of("alt", "title", "content", "cite", "xml:base");
    private static final Set<String> ACTIONS = Set.of("URI", "GoTo");

    private Harm() {}

    /** Nothing of what lies outside, and nothing by which its reader would load or run anything. */
    static void assertNoneIn(Rendition rendition) {
        if (rendition instanceof Rendition.Document letter) {
            assertHarmless(letter);
        } else if (rendition instanceof Rendition.Mail mail) {
            assertHarmless(mail);
        } else {
            assertHarmless(new String(rendition.content(), StandardCharsets.UTF_8));
        }
        rendition.envelope().values().forEach(value -> assertThat(value).doesNotContain(Outside.MARK, "\r", "\n"));
    }

    /** All that can be read of a rendition; of a letter, its first pages. */
    static String text(Rendition rendition) {
        if (rendition instanceof Rendition.Document letter) {
            try (var document = Loader.loadPDF(letter.content())) {
                return text(document);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return rendition instanceof Rendition.Mail mail
                ? String.join("\n", parts(mail).values())
                : new String(rendition.content(), StandardCharsets.UTF_8);
    }

    private static String text(PDDocument letter) throws IOException {
        var reader = new PDFTextStripper();
        reader.setEndPage(PAGES_READ);
        return reader.getText(letter);
    }

    /** The HTML of a mail. */
    static String html(Rendition mail) {
        return parts((Rendition.Mail) mail).getOrDefault("text/html", "");
    }

    private static void assertHarmless(String text) {
        assertThat(text).doesNotContain(Outside.MARK).doesNotContain(INNER);
    }

    private static void assertHarmless(Rendition.Document letter) {
        try (var document = Loader.loadPDF(letter.content())) {
            assertHarmless(text(document));
            assertThat(actions(document)).isSubsetOf(ACTIONS);
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getOpenAction()).isNull();
            assertThat(catalog.getAcroForm()).isNull();
            assertThat(catalog.getNames() == null ? null : catalog.getNames().getEmbeddedFiles())
                    .isNull();
            assertHarmless(String.valueOf(document.getDocumentInformation().getTitle()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> actions(PDDocument document) {
        var actions = new TreeSet<String>();
        for (COSObject object : document.getDocument().getXrefTable().keySet().stream()
                .map(key -> document.getDocument().getObjectFromPool(key))
                .toList()) {
            if (object.getObject() instanceof COSDictionary dictionary) {
                var action = dictionary.containsKey(COSName.A) ? dictionary.getCOSDictionary(COSName.A) : dictionary;
                if (action != null
                        && action.getDictionaryObject(COSName.S) instanceof COSName kind
                        && COSName.getPDFName("Action").equals(action.getDictionaryObject(COSName.TYPE))) {
                    actions.add(kind.getName());
                }
            }
        }
        return actions;
    }

    private static Map<String, String> parts(Rendition.Mail mail) {
        try {
            var message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.content()));
            var parts = new LinkedHashMap<String, String>();
            collect((Multipart) message.getContent(), parts);
            return parts;
        } catch (MessagingException | IOException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static void collect(Multipart multipart, Map<String, String> parts) throws MessagingException, IOException {
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            if (part.getContent() instanceof Multipart inner) {
                collect(inner, parts);
            } else if (part.getContent() instanceof String text) {
                parts.put(part.getContentType().split(";")[0], text);
            }
        }
    }

    private static void assertHarmless(Rendition.Mail mail) {
        assertOneHead(mail);
        var parts = parts(mail);
        parts.values().forEach(Harm::assertHarmless);
        assertThat(loaded(parts.getOrDefault("text/html", ""))).isEmpty();
    }

    private static void assertOneHead(Rendition.Mail mail) {
        try {
            var message =
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.content()));
            assertThat(Collections.list(message.getAllHeaders()))
                    .extracting(Header::getName)
                    .doesNotHaveDuplicates()
                    .isSubsetOf(HEADERS);
            assertThat(message.getAllRecipients())
                    .extracting(address -> ((InternetAddress) address).getAddress())
                    .containsExactly("anna.mueller@example.org");
            assertThat(message.getFrom()).hasSize(1);
        } catch (MessagingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** What a mail program would load or run, also one that reads conditional comments. */
    static List<String> loaded(String html) {
        var found = new ArrayList<String>();
        var document = Jsoup.parse(html);
        for (var element : document.getAllElements()) {
            look(element, found);
        }
        document.forEachNode(node -> {
            var inside = node instanceof Comment comment ? comment.getData() : "";
            if (inside.startsWith("[if") && inside.indexOf('>') > 0) {
                found.addAll(loaded(inside.substring(inside.indexOf('>') + 1)));
            }
        });
        return found;
    }

    private static void look(Element element, List<String> found) {
        for (var attribute : element.attributes()) {
            var name = attribute.getKey();
            var value = attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "");
            boolean link = !LOADING_LINKS.contains(element.normalName()) && name.equals("href");
            if (link ? runs(value) : name.startsWith("on") || loads(name, value)) {
                found.add(element.normalName() + " " + attribute);
            }
        }
        if (element.normalName().equals("style")
                && LOADING.matcher(unescaped(element.data())).find()) {
            found.add(element.data());
        }
    }

    private static boolean runs(String link) {
        return link.matches("(?i)(javascript|vbscript|data|file):.*");
    }

    private static boolean loads(String name, String value) {
        if (name.equals("style")) {
            return LOADING.matcher(unescaped(value)).find();
        }
        boolean address = value.matches("(?i)([a-z][a-z0-9+.-]*:|//|\\\\\\\\).*");
        return address && !HARMLESS.contains(name) && !name.startsWith("xmlns") && !value.startsWith("cid:");
    }

    /** As a browser reads it (CSS Syntax, §4.3.7), without comments. */
    private static String unescaped(String css) {
        return CODE_POINT
                .matcher(css.replaceAll("(?s)/\\*.*?\\*/", ""))
                .replaceAll(match -> Matcher.quoteReplacement(
                        Character.toString(Math.min(Integer.parseInt(match.group(1), 16), 0x10FFFF))));
    }
}
