package io.chancery.message.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs from their first line to their results, and everything that can be wrong with them before they are started. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RunTest {

    @Inject
    Caller caller;

    @Inject
    RunCalls runs;

    @BeforeEach
    void customers() {
        runs.haveCustomer("lotte");
    }

    @Test
    void every_line_becomes_a_message_of_its_own() {
        var id = runs.checked(RunCalls.lines("lotte", 12));

        runs.act(id, "start").statusCode(200).body("status", equalTo("running"));
        var run = runs.await(id, "completed");

        assertThat(run.getInt("lines.delivered")).isEqualTo(12);
        assertThat(run.getInt("lines.total")).isEqualTo(12);
        assertThat(run.getString("endedAt")).isNotNull();
        var results = runs.results(id);
        assertThat(results)
                .extracting(line -> line.getInt("line"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(results).extracting(line -> line.getString("stage")).containsOnly("delivered");
        assertThat(results).extracting(line -> line.getString("message")).doesNotHaveDuplicates();
        var seventh = caller.read(results.get(6).getString("message"));
        assertThat(seventh.getString("reference")).isEqualTo("V-7");
        assertThat(seventh.getList("deliveries.channel")).containsExactly("print");
    }

    @Test
    void csv_does_the_same() {
        var id = runs.run();
        runs.send(id, "?delimiter=;", "text/csv", """
                        source;record;reference;channels;data.contract;data.tariff;data.from;data.instalment
                        crm;lotte;C-1;"print;email";C-1;"Grün; billig";2027-01-01;12.00
                        crm;lotte;C-2;;C-2;;2027-02-01;13.00
                        """)
                .statusCode(200)
                .body("added", equalTo(2), "lastLine", equalTo(3));
        runs.act(id, "check");
        runs.await(id, "ready");

        runs.act(id, "start");
        runs.await(id, "completed");

        var csv = caller.as("system")
                .get("/api/v1/runs/" + id + "/results?format=csv")
                .asString();
        assertThat(csv.lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("line,stage,message,reference,earlier,code,pointer,detail");
        assertThat(csv.lines().skip(1).map(line -> line.replaceAll("[0-9a-f-]{36}", "ID")))
                .containsExactly("2,delivered,ID,C-1,,,,", "3,delivered,ID,C-2,,,,");
        var first = caller.read(runs.results(id).get(0).getString("message"));
        assertThat(first.getList("deliveries.channel", String.class)).containsExactlyInAnyOrder("print", "email");
    }

    @Test
    void to_send_the_file_again_doubles_nothing() {
        var id = runs.run();
        runs.send(id, RunCalls.lines("lotte", 3)).statusCode(200).body("added", equalTo(3));

        runs.send(id, RunCalls.lines("lotte", 4))
                .statusCode(200)
                .body("added", equalTo(1), "repeated", equalTo(3), "changed", equalTo(0));

        assertThat(runs.read(id).getInt("lines.total")).isEqualTo(4);
        runs.send(id, "?firstLine=5", "application/x-ndjson", RunCalls.lines("lotte", 2))
                .body("added", equalTo(2), "lastLine", equalTo(6));
    }

    @Test
    void a_line_that_comes_with_other_content_stays_as_it_was_until_it_comes_right() {
        var id = runs.checked(RunCalls.lines("lotte", 2));

        runs.send(id, RunCalls.line("lotte", 77)).statusCode(200).body("changed", equalTo(1), "added", equalTo(0));

        assertThat(runs.errors(id)).extracting(fault -> fault.get("code")).containsExactly("line-changed");
        runs.act(id, "start").statusCode(409).body("code", equalTo("run-has-faults"));
        runs.send(id, RunCalls.line("lotte", 1)).statusCode(200).body("repeated", equalTo(1));
        assertThat(runs.errors(id)).isEmpty();
        runs.act(id, "start").statusCode(200);
        runs.await(id, "completed");
        assertThat(runs.results(id))
                .extracting(line -> line.getString("reference"))
                .containsExactly("V-1", "V-2");
    }

    @Test
    void what_is_wrong_is_told_by_line_and_pointer_and_can_be_corrected() {
        var id = runs.run();
        var bad = String.join(
                "\n",
                RunCalls.line("lotte", 1),
                "{\"customer\": ",
                RunCalls.line("nobody", 3),
                RunCalls.line("lotte", 4).replace("\"87.00\"", "\"much\""),
                RunCalls.line("lotte", 5).replace("{\"customer\"", "{\"template\": \"invoice\", \"customer\""));
        runs.send(id, bad).statusCode(200).body("added", equalTo(4), "refused", equalTo(1));
        runs.act(id, "start").statusCode(409).body("code", equalTo("run-not-checked"));

        runs.act(id, "check").statusCode(200);
        var run = runs.await(id, "ready");

        assertThat(run.getInt("lines.refused")).isEqualTo(4);
        assertThat(runs.errors(id))
                .extracting(fault -> fault.get("line") + " " + fault.get("code") + " " + fault.get("pointer"))
                .containsExactly(
                        "2 bad-json ",
                        "3 unknown-customer /customer",
                        "4 invalid-message /data/instalment",
                        "5 invalid-message /template");
        runs.act(id, "start").statusCode(409).body("code", equalTo("run-has-faults"));
        runs.send(id, RunCalls.lines("lotte", 5)).statusCode(200).body("corrected", equalTo(4), "repeated", equalTo(1));
        assertThat(runs.read(id).getString("status")).isEqualTo("draft");
        runs.act(id, "check");
        assertThat(runs.await(id, "ready").getInt("lines.waiting")).isEqualTo(5);
        assertThat(runs.errors(id)).isEmpty();
    }

    @Test
    void lines_with_faults_are_skipped_only_if_it_is_said_so() {
        var id = runs.checked(RunCalls.line("lotte", 1) + "\n" + RunCalls.line("nobody", 2));

        runs.start(id, "{\"onFaults\": \"skip-lines\"}").statusCode(200);

        var run = runs.await(id, "completed");
        assertThat(run.getInt("lines.delivered")).isEqualTo(1);
        assertThat(run.getInt("lines.refused")).isEqualTo(1);
        assertThat(runs.results(id))
                .extracting(line -> line.getString("stage") + " " + line.getString("code"))
                .containsExactly("delivered null", "refused unknown-customer");
    }

    @Test
    void errors_come_page_by_page() {
        var id = runs.run();
        runs.send(id, "1\n2\n3\n");

        var first = caller.as("system")
                .get("/api/v1/runs/" + id + "/errors?limit=2")
                .jsonPath();
        var second = caller.as("system")
                .get("/api/v1/runs/" + id + "/errors?limit=2&after=" + first.getString("next"))
                .jsonPath();

        assertThat(first.getList("items.line", Integer.class)).containsExactly(1, 2);
        assertThat(second.getList("items.line", Integer.class)).containsExactly(3);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void a_run_is_its_clients_own() {
        var id = runs.run();

        caller.asOther().get("/api/v1/runs/" + id).then().statusCode(404).body("code", equalTo("unknown-run"));
        for (var act : List.of("check", "start", "pause", "resume", "cancel", "retry")) {
            caller.asOther().post("/api/v1/runs/" + id + "/" + act).then().statusCode(404);
        }
        caller.asOther()
                .contentType("text/csv")
                .body("ucid\n1")
                .post("/api/v1/runs/" + id + "/items")
                .then()
                .statusCode(404);
        caller.asOther().get("/api/v1/runs/" + id + "/results").then().statusCode(404);
        caller.asOther().get("/api/v1/runs/" + id + "/errors").then().statusCode(404);
        assertThat(caller.asOther().get("/api/v1/runs").jsonPath().getList("items.id"))
                .doesNotContain(id);
        caller.as("operator").get("/api/v1/runs?limit=1").then().statusCode(200).body("items.id", hasItems(id));
    }

    @Test
    void a_bad_request_for_a_run_is_refused_with_every_fault() {
        caller.as("system")
                .body("""
                        {"template": "welcome", "sender": "x"}
                        """)
                .post("/api/v1/runs")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/sender"));
        caller.as("system")
                .body("""
                        {"template": "welcome", "defaults": {"language": "xx", "channels": ["pigeon"], "expiresAt": "soon"}}
                        """)
                .post("/api/v1/runs")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-run"))
                .body("errors.pointer", hasItems("/defaults/language", "/defaults/channels/0", "/defaults/expiresAt"));
        caller.as("system")
                .body("{\"template\": \"none\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(422);
        var id = runs.run();
        runs.send(id, "", "text/csv", "name\nx\n").statusCode(422).body("code", equalTo("unknown-column"));
        runs.send(id, "?firstLine=0", "application/x-ndjson", "").statusCode(400);
        runs.act(id, "check");
        runs.await(id, "ready");
        runs.act(id, "start").statusCode(409).body("code", equalTo("run-empty"));
        runs.act(id, "pause").statusCode(409).body("code", equalTo("wrong-run-status"));
    }

    @Test
    void the_same_request_again_gives_the_same_run() {
        var body = "{\"template\": \"welcome\"}";
        var first = caller.as("system")
                .header("Idempotency-Key", "run-1")
                .body(body)
                .post("/api/v1/runs");

        var again = caller.as("system")
                .header("Idempotency-Key", "run-1")
                .body(body)
                .post("/api/v1/runs");

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replay")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    }
}
