package io.chancery.platform.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The JSON body of a request, read strictly: a key that stands twice is an error, not a choice.
 *
 * @param hash SHA-256 of the body with its keys in order, so that two bodies that mean the same hash the same
 */
public record RequestBody(JsonNode json, byte[] hash) {

    private static final ObjectMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /**
     * Reads UTF-8 bytes.
     *
     * @throws MalformedJsonException if they are not JSON
     */
    public static RequestBody read(byte[] bytes) {
        try {
            var json = STRICT.readTree(bytes);
            if (json.isMissingNode()) {
                throw new MalformedJsonException("it is empty");
            }
            return new RequestBody(
                    json, Sha256.bytes(STRICT.writeValueAsBytes(STRICT.treeToValue(json, Object.class))));
        } catch (JsonProcessingException e) {
            var where = e.getLocation();
            throw new MalformedJsonException(
                    where == null ? "it is empty" : "line " + where.getLineNr() + ", column " + where.getColumnNr());
        } catch (IOException e) {
            throw new MalformedJsonException("it is not UTF-8");
        }
    }

    /** Distinguishes the same body sent to different addresses. */
    public byte[] hashAt(String address) {
        var addressed = ByteBuffer.allocate(hash.length + address.length() * 4);
        return Sha256.bytes(addressed
                .put(hash)
                .put(address.getBytes(StandardCharsets.UTF_8))
                .array());
    }
}
