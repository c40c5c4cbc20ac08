package io.chancery.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A template of which many messages are sent: the archive soon keeps of each only what it differs in. */
@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class LikenessTest {

    private static final int MANY = 20;

    @Inject
    Caller caller;

    @Inject
    Sql sql;

    @Test
    void what_many_letters_have_in_common_is_kept_once() {
        caller.haveCustomer("alike", Map.of("first_name", "Eva", "last_name", "Gleich", "street", "Ring 1"));
        var first = sent();
        IntStream.range(1, MANY).mapToObj(i -> accepted()).toList().forEach(caller::ended);
        Awaitility.await().until(() -> kinds() == 1);

        var last = sent();

        assertThat(stored(last)).isLessThan(stored(first) / 2);
        assertThat(caller.rendition(last, "print")).startsWith("%PDF".getBytes());
    }

    private String sent() {
        var id = accepted();
        caller.ended(id);
        return id;
    }

    private String accepted() {
        return caller.accepted("""
                {"template": "welcome", "customer": {"source": "crm", "record": "alike"}, "channels": ["print"],
                 "language": "en",
                 "data": {"contract": "V-1", "tariff": "Öko", "from": "2027-01-01", "instalment": "87.00", "currency": "EUR"}}
                """);
    }

    private long kinds() {
        return sql.run(
                "select count(*) from archive_dictionary where kind like '% print en'",
                statement -> Sql.rows(statement, row -> row.getLong(1)).get(0));
    }

    private int stored(String message) {
        return sql.run("""
                select octet_length(content) from delivery join archive_entry on delivery_id = delivery.id
                where message_id = ?::uuid
                """, statement -> {
            statement.setString(1, message);
            return Sql.rows(statement, row -> row.getInt(1)).get(0);
        });
    }
}
