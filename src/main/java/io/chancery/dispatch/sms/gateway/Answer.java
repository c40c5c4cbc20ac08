package io.chancery.dispatch.sms.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param retryAfter the header of that name
 * @param json missing if the body is not JSON, or was too long
 */
record Answer(int status, Optional<String> retryAfter, JsonNode json) {

    private static final JsonMapper JSON = new JsonMapper();

    static Answer of(HttpResponse<byte[]> response) {
        return new Answer(response.statusCode(), response.headers().firstValue("Retry-After"), json(response.body()));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Gateways repeat numbers and texts, token servers tokens. */
    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
