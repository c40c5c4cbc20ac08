package io.chancery.dispatch.print.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.chancery.archive.Archive;
import io.chancery.dispatch.print.run.response.ResponseIntake;
import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.work.DataDirectory;
import io.chancery.vocabulary.Rendition.Document;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Print runs over the API. In this configuration letters go to the folder, so the pool is filled and emptied by hand. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class PrintRunResourceTest {

    private static final String URL = "/api/v1/print-runs";

    @Inject
    Caller caller;

    @Inject
    Archive archive;

    @Inject
    PrintPool pool;

    @Inject
    RunMaking making;

    @Inject
    BatchSending sending;

    @Inject
    ResponseIntake responses;

    @Inject
    DataDirectory data;

    private RequestSpecification operator() {
        return caller.as("operator");
    }

    @Test
    void print_runs_are_for_operators() {
        for (var role : List.of("system", "author", "agent", "compliance", "steward")) {
            for (var address : List.of("", "/1", "/response-faults", "/1/batches/x")) {
                caller.as(role).get(URL + address).then().statusCode(403);
            }
            for (var address : List.of("", "/1/reprint", "/1/batches/x/retry")) {
                caller.as(role).body("{}").post(URL + address).then().statusCode(403);
            }
        }
    }

    @Test
    void what_is_not_there_is_not_found() {
        operator().get(URL + "/999999").then().statusCode(404).body("code", equalTo("unknown-print-run"));
        operator().get(URL + "/nonsense").then().statusCode(404);
        operator().get(URL + "/999999/batches/x").then().statusCode(404);
        operator().post(URL + "/999999/batches/x/retry").then().statusCode(404).body("code", equalTo("unknown-batch"));
        operator().get(URL + "?limit=0").then().statusCode(400).body("code", equalTo("invalid-query"));
        operator()
                .body("{\"pieces\": [\"999999-000001-X\", \"nonsense\"], \"tray\": 4}")
                .post(URL + "/999999/reprint")
                .then()
                .statusCode(422)
                .body("code", equalTo("invalid-reprint"))
                .body("errors.pointer", hasItem("/pieces/1"))
                .body("errors.pointer", hasItem("/tray"));
    }

    @Test
    void without_a_cut_off_there_is_no_pool_to_close() {
        operator().post(URL).then().statusCode(409).body("code", equalTo("no-print-runs"));
    }

    @Test
    void a_letter_goes_its_way() throws IOException {
        var message = pooledLetter();
        int run = making.makeNow().orElseThrow().number();
        var address = URL + "/" + run;
        var batch = operator()
                .get(address)
                .then()
                .statusCode(200)
                .body("letters", equalTo(1))
                .body("pieces.total", equalTo(1))
                .body("pieces.states.open", equalTo(1))
                .body("pieces.overdue", equalTo(0))
                .body("pieces.open", hasSize(1))
                .body("batches.state", contains("open"))
                .extract()
                .<String>path("batches[0].name");
        operator().get(URL).then().statusCode(200).body("items.number", hasItem(run));
        var piece = operator().get(address).then().extract().<String>path("pieces.open[0]");
        operator()
                .body(Map.of("pieces", List.of(piece)))
                .post(address + "/reprint")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/pieces/0"));

        var file = download(address + "/batches/" + batch);
        assertThat(sending.step()).isTrue();

        assertThat(data.resolve("print-run/outgoing/" + batch + ".zip")).hasBinaryContent(file);
        operator()
                .get(address)
                .then()
                .body("batches.state", contains("sent"))
                .body("batches[0].progress.sha256", notNullValue())
                .body("batches[0].progress.sentAt", notNullValue());
        operator().post(address + "/batches/" + batch + "/retry").then().statusCode(409);

        mail(piece);

        operator().get(address).then().body("pieces.states.mailed", equalTo(1));
        await().untilAsserted(() -> assertThat(caller.events(message, "print")).contains("delivered"));
        reprint(address, piece);
    }

    /** A letter that the folder has, and the pool as well. */
    private String pooledLetter() {
        caller.haveCustomer("pool", Map.of("first_name", "Paula", "last_name", "Druckmuster", "street", "Teststr. 17"));
        var message = caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "pool"}, "channels": ["print"],
                 "data": {"tariff": "Öko", "currency": "EUR", "contract": "V-1", "from": "2027-01-01",
                          "instalment": "87.00"}}
                """);
        var id = UUID.fromString(caller.ended(message).getString("deliveries[0].id"));
        var document = (Document) archive.findRendition(id).orElseThrow().rendition();
        pool.take(pool.letter(id, document));
        return message;
    }

    private byte[] download(String address) throws IOException {
        var file = operator()
                .get(address)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("application/zip"))
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            assertThat(zip.getNextEntry().getName()).endsWith(".pdf");
        }
        return file;
    }

    private void mail(String piece) throws IOException {
        var incoming = Files.createDirectories(data.resolve("print-run/incoming"));
        Files.writeString(
                incoming.resolve("mailed.csv"), "piece,status,at\n" + piece + ",mailed,2026-11-27T12:00:00Z\n");
        responses.poll();
        assertThat(incoming.resolve("done/mailed.csv")).exists();
    }

    private void reprint(String address, String piece) {
        var key = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            operator()
                    .header("Idempotency-Key", key)
                    .body(Map.of("from", piece, "to", piece))
                    .post(address + "/reprint")
                    .then()
                    .statusCode(201)
                    .body("batches", hasSize(1));
        }
        operator()
                .get(address)
                .then()
                .body("batches.reprint", contains(false, true))
                .body("pieces.states.open", equalTo(1));
        assertThat(sending.step()).isTrue();
    }
}
