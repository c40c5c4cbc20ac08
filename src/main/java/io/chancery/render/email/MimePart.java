package io.chancery.render.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.field.Fields;
import org.apache.james.mime4j.message.BasicBodyFactory;
import org.apache.james.mime4j.message.BodyPart;
import org.apache.james.mime4j.message.HeaderImpl;
import org.apache.james.mime4j.message.MultipartImpl;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.NameValuePair;
import org.apache.james.mime4j.stream.RawField;

/**
 * One part of a mail: what it holds and how that is encoded, so that every octet on the way is ASCII.
 *
 * @param fields the content fields in their order
 */
record MimePart(List<Field> fields, Body body) {

    private static final BasicBodyFactory BODIES = BasicBodyFactory.INSTANCE;

    static MimePart text(String subtype, String text) {
        // RFC 2046 §4.1.1: lines of text end with CRLF, whatever the system.
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
        return new MimePart(
                List.of(
                        Fields.contentType("text/" + subtype, new NameValuePair("charset", "utf-8")),
                        Fields.contentTransferEncoding("quoted-printable")),
                BODIES.textBody(lines, StandardCharsets.UTF_8));
    }

    /** A calendar entry beside the text. A program that cannot act on the method shows the text (RFC 6047 §2.4). */
    static MimePart calendar(String method, String text) {
        return new MimePart(
                List.of(Fields.contentType(calendarType(method)), Fields.contentTransferEncoding("quoted-printable")),
                BODIES.textBody(text, StandardCharsets.UTF_8));
    }

    static MimePart calendarFile(String method, String text, FileName name) {
        return attachment(calendarType(method), text.getBytes(StandardCharsets.UTF_8), name);
    }

    private static String calendarType(String method) {
        return "text/calendar; charset=utf-8; method=" + method;
    }

    /** A picture that the HTML shows. */
    static MimePart inline(Picture picture, String contentId) {
        var fields = new ArrayList<>(binary(picture.mediaType()));
        fields.add(new RawField("Content-ID", "<" + contentId + ">"));
        fields.add(new RawField("Content-Disposition", picture.fileName().disposition("inline")));
        return new MimePart(fields, BODIES.binaryBody(picture.content()));
    }

    static MimePart attachment(String mediaType, byte[] content, FileName name) {
        var fields = new ArrayList<>(binary(mediaType));
        fields.add(new RawField("Content-Disposition", name.disposition("attachment")));
        return new MimePart(fields, BODIES.binaryBody(content));
    }

    private static List<Field> binary(String mediaType) {
        return List.of(Fields.contentType(mediaType), Fields.contentTransferEncoding("base64"));
    }

    /**
     * Several parts as one; a single part stays as it is.
     *
     * @param boundary begins with {@code =_}, which neither encoding can produce
     */
    static MimePart of(String subtype, String boundary, List<MimePart> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        var parameter = new NameValuePair("boundary", boundary);
        var multipart = new MultipartImpl(subtype, List.of(parameter));
        parts.forEach(part -> multipart.addBodyPart(part.entity()));
        return new MimePart(List.of(Fields.contentType("multipart/" + subtype, parameter)), multipart);
    }

    private Entity entity() {
        var header = new HeaderImpl();
        fields.forEach(header::addField);
        var part = new BodyPart();
        part.setHeader(header);
        part.setBody(body);
        return part;
    }
}
