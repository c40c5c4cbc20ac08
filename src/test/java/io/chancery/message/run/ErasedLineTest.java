package io.chancery.message.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.message.Caller;
import io.chancery.platform.EmbeddedPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A line of a run whose customer is erased before its turn comes. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class ErasedLineTest {

    @Inject
    Caller caller;

    @Inject
    RunCalls runs;

    @Test
    void it_is_refused_with_its_reason_and_the_others_go() {
        caller.haveCustomer("line-erased", Map.of("first_name", "Erna", "last_name", "Vorherweg", "street", "Weg 1"));
        caller.haveCustomer("line-stays", Map.of("first_name", "Bodo", "last_name", "Bleibtreu", "street", "Platz 7"));
        var run = runs.checked(RunCalls.line("line-erased", 1) + "\n" + RunCalls.line("line-stays", 2));

        caller.as("compliance")
                .body("{\"reason\": \"Request\"}")
                .post("/api/v1/customers/" + caller.ucid("line-erased") + "/erasure")
                .then()
                .statusCode(200);
        runs.start(run, "{}").statusCode(200);

        var ended = runs.await(run, "completed");
        assertThat(ended.getInt("lines.delivered")).isEqualTo(1);
        assertThat(ended.getInt("lines.refused")).isEqualTo(1);
        assertThat(runs.errors(run).toString()).contains("customer-erased");
    }
}
