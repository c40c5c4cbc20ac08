package io.chancery.message.archive;

import io.chancery.message.archive.query.QueryKey;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of {@code GET /archive}: one for each key, and the box in which all can be typed. */
class ArchiveParameters {

    @QueryParam("q")
    @DefaultValue("")
    @Parameter(
            description =
                    "key:value terms, quotes around values with blanks, a minus before what is to be left out, and"
                            + " words that stand in the text: channel:sms status:failed from:2026-01-01 \"Ihre Rechnung\"."
                            + " Keys: customer, source, record, reference, template, version, class, purpose, channel, status,"
                            + " reason, from, to, provider-id, recipient, run, test, text")
    String q = "";

    @QueryParam("customer")
    @Parameter(description = "UCID of who reads it, or one that leads to it")
    @Nullable
    String customer;

    @QueryParam("source")
    @Parameter(description = "Together with record: the customer of a source's record")
    @Nullable
    String source;

    @QueryParam("record")
    @Nullable
    String record;

    @QueryParam("reference")
    @Nullable
    String reference;

    @QueryParam("template")
    @Nullable
    String template;

    @QueryParam("version")
    @Nullable
    String version;

    @QueryParam("class")
    @Nullable
    String messageClass;

    @QueryParam("purpose")
    @Nullable
    String purpose;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("reason")
    @Parameter(description = "That any of its events had")
    @Nullable
    String reason;

    @QueryParam("from")
    @Parameter(description = "When it was accepted: a day, from its beginning in UTC, or an instant")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "A day, to its end in UTC, or an instant")
    @Nullable
    String to;

    @QueryParam("providerId")
    @Parameter(description = "What the provider calls it")
    @Nullable
    String providerId;

    @QueryParam("recipient")
    @Parameter(description = "Mail address, number in E.164, or postcode and street")
    @Nullable
    String recipient;

    @QueryParam("run")
    @Nullable
    String run;

    @QueryParam("test")
    @Parameter(description = "true for what was only tried with a test key")
    @Nullable
    String test;

    @QueryParam("text")
    @Parameter(description = "Words that stand in what was sent; in quotes: just so")
    @Nullable
    String text;

    @QueryParam("after")
    @Parameter(description = "next of the page before")
    @Nullable
    String after;

    @QueryParam("limit")
    @DefaultValue("50")
    int limit;

    /** What is asked for beside the text, by key. */
    Map<String, String> keys() {
        var values = new HashMap<String, String>();
        put(values, QueryKey.CUSTOMER, customer);
        put(values, QueryKey.SOURCE, source);
        put(values, QueryKey.RECORD, record);
        put(values, QueryKey.REFERENCE, reference);
        put(values, QueryKey.TEMPLATE, template);
        put(values, QueryKey.VERSION, version);
        put(values, QueryKey.CLASS, messageClass);
        put(values, QueryKey.PURPOSE, purpose);
        put(values, QueryKey.CHANNEL, channel);
        put(values, QueryKey.STATUS, status);
        put(values, QueryKey.REASON, reason);
        put(values, QueryKey.FROM, from);
        put(values, QueryKey.TO, to);
        put(values, QueryKey.PROVIDER_ID, providerId);
        put(values, QueryKey.RECIPIENT, recipient);
        put(values, QueryKey.RUN, run);
        put(values, QueryKey.TEST, test);
        put(values, QueryKey.TEXT, text);
        return values;
    }

    private static void put(Map<String, String> values, QueryKey key, @Nullable String value) {
        if (value != null) {
            values.put(key.code(), value);
        }
    }
}
