package io.chancery.consent;

import static org.hamcrest.Matchers.is;

import io.chancery.message.Caller;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** Speaks for customers of these tests, over REST as everybody does. */
@ApplicationScoped
public class Declarations {

    private final Caller caller;

    Declarations(Caller caller) {
        this.caller = caller;
    }

    /** A customer with an e-mail address, a mobile number and an address; gives the UCID. */
    String customer(String name) {
        var columns = new HashMap<String, String>();
        List.of("contact_id", "title", "birthdate", "phone", "preferred_channel")
                .forEach(column -> columns.put(column, ""));
        columns.putAll(Map.of(
                "salutation", "Frau",
                "first_name", name,
                "last_name", "Canary-" + name,
                "street", "Teststr. 1",
                "postal_code", "10115",
                "city", "Berlin",
                "country", "DE",
                "language", "de",
                "modified", "2026-01-01T00:00:00"));
        columns.put("email", address(name));
        columns.put("mobile", "+4915112345" + (100 + Math.floorMod(name.hashCode(), 900)));
        caller.haveCustomer(name, columns);
        return caller.as("agent")
                .get("/api/v1/customers?source=crm&record=" + name)
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].ucid");
    }

    static String address(String name) {
        return name + "@canary.example.org";
    }

    Response post(String ucid, String right, String body) {
        return caller.as("system", "agent")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/customers/" + ucid + "/" + right);
    }

    void declared(String ucid, String right, String body) {
        post(ucid, right, body).then().statusCode(is(201));
    }

    JsonPath consents(String ucid) {
        return caller.as("compliance")
                .get("/api/v1/customers/" + ucid + "/consents")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Sends a newsletter and gives why its delivery ended, or that it was sent. */
    String newsletter(String name) {
        return outcome("""
                {"template": "newsletter-winter", "customer": {"source": "crm", "record": "%s"},
                 "data": {"offer": "Glasfaser", "discount": "20", "until": "2026-12-24"}}
                """.formatted(name));
    }

    /** The same for an invoice, by the channels of its plan. */
    String invoice(String name) {
        return outcome("""
                {"template": "invoice", "customer": {"source": "crm", "record": "%s"}, "reference": "R-%1$s",
                 "data": {"number": "R-1", "date": "2026-11-20", "due": "2026-12-15", "currency": "EUR",
                    "period": {"from": "2026-01-01", "to": "2026-10-31"}, "meter": "1ESY1234567890",
                    "items": [{"text": "Strom", "quantity": "3", "unit": "kWh", "price": "0.3290", "vat": "19"}]}}
                """.formatted(name));
    }

    private String outcome(String body) {
        var id = caller.accepted(body);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !List.of("accepted", "in-progress")
                                .contains(caller.read(id).getString("status"))
                        || caller.read(id).getList("deliveries.status").contains("held"));
        var message = caller.read(id);
        var reasons = message.getList("deliveries.reason", String.class);
        int last = reasons.size() - 1;
        return message.getString("deliveries[" + last + "].channel") + " "
                + (reasons.get(last) == null ? "sent" : reasons.get(last));
    }

    /** The link of a confirmation mail, as it stands in the bytes that were sent. */
    String linkIn(String messageId) {
        caller.ended(messageId);
        var mime = new String(caller.rendition(messageId, "email"), StandardCharsets.US_ASCII)
                .replace("=\r\n", "")
                .replace("=3D", "=");
        var link = Pattern.compile("https?://[^/\\s]+(/confirm/[\\w-]+)").matcher(mime);
        if (!link.find()) {
            throw new AssertionError("No link in the confirmation mail");
        }
        return link.group(1);
    }
}
