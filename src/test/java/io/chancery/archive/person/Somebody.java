package io.chancery.archive.person;

import io.chancery.message.Caller;
import io.chancery.platform.Sql;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People who are there to be erased: each by a word that nobody else has. */
@ApplicationScoped
class Somebody {

    static final String REASON = "{\"reason\": \"Request of 27 November, ticket 81\"}";

    private static final String TABLES = """
            select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not relispartition and relname not in ('match_model')
            """;

    private final Caller caller;
    private final Sql sql;

    Somebody(Caller caller, Sql sql) {
        this.caller = caller;
        this.sql = sql;
    }

    /** Somebody whose data nobody else has, and with whom nobody can be mixed up. */
    String person(String canary) {
        caller.haveCustomer(
                record(canary),
                Map.of(
                        "first_name",
                        "Vor" + canary,
                        "last_name",
                        "Nach" + canary,
                        "email",
                        canary + "@example.org",
                        "street",
                        "Gasse" + canary + " 9",
                        "birthdate",
                        "1971-03-05",
                        "mobile",
                        "+49151" + Math.abs(canary.hashCode() % 90_000_000 + 10_000_000)));
        return caller.ucid(record(canary));
    }

    /** The id that its source has for it; as that of whatever was changed it stays in the audit log. */
    static String record(String canary) {
        return "r" + Integer.toHexString(canary.hashCode());
    }

    String sent(String canary, String template, String channel, String data) {
        var id = caller.accepted("""
                {"template": "%s", "customer": {"source": "crm", "record": "%s"}, "channels": ["%s"],
                 "reference": "ref-%s", "data": %s, "metadata": {"case": "case-%s"}}
                """.formatted(template, record(canary), channel, record(canary), data, canary));
        caller.ended(id);
        return id;
    }

    String advertised(String canary, String ucid) {
        caller.as("steward")
                .body("""
                        {"channel": "email", "purpose": "marketing", "status": "confirmed", "source": "form",
                         "evidence": {"text": "Yes, %s", "confirmationIp": "203.0.113.9"}}
                        """.formatted(canary))
                .post("/api/v1/customers/" + ucid + "/consents")
                .then()
                .statusCode(201);
        return sent(canary, "newsletter-winter", "email", """
                {"offer": "Angebot %s", "discount": "15", "until": "2026-12-24"}
                """.formatted(canary));
    }

    String letter(String canary) {
        return sent(canary, "welcome", "email", """
                {"contract": "V-%s", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}
                """.formatted(canary));
    }

    ValidatableResponse erase(String ucid) {
        return caller.as("compliance")
                .body(REASON)
                .post("/api/v1/customers/" + ucid + "/erasure")
                .then();
    }

    /** Where a word stands in the database, in clear text. */
    List<String> places(String word) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : column(TABLES)) {
            var text = "select count(*) from " + table + " as candidate where candidate::text ilike '%" + word + "%'";
            if (!column(text).get(0).equals("0")) {
                found.add(table);
            }
        }
        return found;
    }

    List<String> column(String text) {
        return sql.run(text, statement -> Sql.rows(statement, row -> row.getString(1)));
    }
}
