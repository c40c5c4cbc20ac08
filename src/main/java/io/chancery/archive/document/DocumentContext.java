package io.chancery.archive.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.NewDocument;
import io.chancery.platform.digest.Sha256;
import io.chancery.vocabulary.Rendition;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What is kept beside the bytes.
 *
 * @param sha256 of the bytes that were sent, lower-case hexadecimal
 * @param envelope sender, recipient and the like, as the adapter was told
 * @param used what the bytes were made of, by name
 */
record DocumentContext(String sha256, Map<String, String> envelope, Map<String, Object> used) {

    static DocumentContext of(NewDocument document) {
        var rendition = document.rendition();
        return new DocumentContext(Sha256.of(rendition.content()), rendition.envelope(), document.used());
    }

    Rendition rendition(String mediaType, byte[] content) {
        return Rendition.of(mediaType, content, envelope);
    }

    /** As JSON. */
    @ApplicationScoped
    static class Format {

        private final ObjectMapper json;

        Format(ObjectMapper json) {
            this.json = json;
        }

        byte[] write(DocumentContext context) {
            try {
                return json.writeValueAsBytes(context);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        DocumentContext read(byte[] written) {
            try {
                return json.readValue(written, DocumentContext.class);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
