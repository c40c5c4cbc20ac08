package io.chancery.message.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.chancery.message.Caller;
import io.chancery.message.run.work.Retention;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Superuser;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong in the middle of a run costs at most its own line, and doubles none. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RunFailureTest {

    @Inject
    Caller caller;

    @Inject
    RunCalls runs;

    @Inject
    Retention retention;

    @Inject
    DataSource database;

    @BeforeEach
    void customers() {
        runs.haveCustomer("lotte");
    }

    private void execute(String text) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private int number(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** To the database, a node that is killed is a session that ends in the middle of its transaction. */
    @Test
    void a_node_that_dies_while_it_makes_messages_loses_and_doubles_none() throws SQLException {
        var id = runs.checked(RunCalls.lines("lotte", 20));
        try (var connection = database.getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table message in share mode");
            runs.act(id, "start");
            await().until(() -> number("""
                    select count(*) from (select pg_terminate_backend(pid) from pg_stat_activity
                        where wait_event_type = 'Lock' and query ilike '%insert into message (%') as killed
                    """) > 0);
            connection.rollback();
        }

        var run = runs.await(id, "completed");

        assertThat(run.getInt("lines.delivered")).isEqualTo(20);
        assertThat(number("select count(*) from message where run_id = '" + id + "'"))
                .isEqualTo(20);
        assertThat(number("select count(distinct run_line) from message where run_id = '" + id + "'"))
                .isEqualTo(20);
    }

    @Test
    void a_line_that_no_message_can_be_made_of_stops_no_other() throws SQLException {
        var id = runs.checked(
                RunCalls.lines("lotte", 12).replace("\"reference\": \"V-7\"", "\"reference\": \"POISON\""));
        Superuser.execute("""
                create function refuse_poison() returns trigger language plpgsql as $$
                begin raise exception 'poison'; end $$;
                create trigger message_poison before insert on message for each row
                    when (new.reference = 'POISON') execute function refuse_poison()
                """);
        try {
            runs.act(id, "start");
            var run = runs.await(id, "completed");

            assertThat(run.getInt("lines.delivered")).isEqualTo(11);
            assertThat(runs.errors(id))
                    .extracting(fault -> fault.get("line") + " " + fault.get("code"))
                    .containsExactly("7 internal-error");
        } finally {
            Superuser.execute("drop trigger message_poison on message; drop function refuse_poison()");
        }
    }

    @Test
    void a_customer_who_is_gone_when_the_turn_comes_is_told() {
        runs.haveCustomer("fort");
        var id = runs.checked(RunCalls.line("fort", 1) + "\n" + RunCalls.line("lotte", 2));
        caller.as("admin").delete("/api/v1/sources/crm/records/fort");

        runs.act(id, "start").statusCode(200);

        var run = runs.await(id, "completed");
        assertThat(run.getInt("lines.refused")).isEqualTo(1);
        assertThat(runs.errors(id))
                .extracting(fault -> fault.get("line") + " " + fault.get("code"))
                .containsExactly("1 unknown-customer");
    }

    @Test
    void what_lines_said_is_deleted_a_while_after_the_end_and_what_became_of_them_is_not() throws SQLException {
        var id = runs.checked(RunCalls.lines("lotte", 2));
        var left = runs.checked(RunCalls.lines("lotte", 1));
        runs.act(id, "start");
        runs.await(id, "completed");
        execute("update run set ended_at = ended_at - interval '31 days' where id = '" + id + "'");
        execute("update run set created_at = created_at - interval '31 days' where id = '" + left + "'");

        retention.enforce();

        assertThat(number("select count(content) from run_item where run_id = '" + id + "'"))
                .isZero();
        assertThat(runs.results(id)).extracting(line -> line.getString("stage")).containsOnly("delivered");
        runs.act(id, "retry").statusCode(409).body("code", equalTo("run-data-deleted"));
        assertThat(runs.await(left, "cancelled").getInt("lines.total")).isEqualTo(1);
        assertThat(number("select count(content) from run_item where run_id = '" + left + "'"))
                .isEqualTo(1);
    }
}
