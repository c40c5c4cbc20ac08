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
 * One part of a mail: what it holds, encoded so that every octet on the way is ASCII, and how that was done.
 *
 * @param fields the content fields in their order
 * @param body as it goes out, see {@link Encoded}
 */
record MimePart(List<Field> fields, Body body) {

    private static final BasicBodyFactory BODIES = BasicBodyFactory.INSTANCE;

    static MimePart text(String subtype, Encoded text) {
        return new MimePart(
                List.of(
                        Fields.contentType("text/" + subtype, new NameValuePair("charset", "utf-8")),
                        Fields.contentTransferEncoding("quoted-printable")),
                body(text));
    }

    private static Body body(Encoded content) {
        return BODIES.binaryBody(content.octets());
    }

    /** A calendar entry beside the text. A program that cannot act on the method shows the text (RFC 6047 §2.4). */
    static MimePart calendar(String method, String text) {
        return new MimePart(
                List.of(Fields.contentType(calendarType(method)), Fields.contentTransferEncoding("quoted-printable")),
                body(Encoded.text(text)));
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
        return new MimePart(fields, body(picture.content()));
    }

    static MimePart attachment(String mediaType, byte[] content, FileName name) {
        var fields = new ArrayList<>(binary(mediaType));
        fields.add(new RawField("Content-Disposition", name.disposition("attachment")));
        return new MimePart(fields, body(Encoded.binary(content)));
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
