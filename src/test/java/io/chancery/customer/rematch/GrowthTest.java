package io.chancery.customer.rematch;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.platform.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GrowthTest {

    private final TestDatabase database = TestDatabase.create();
    private final Growth growth = new Growth(database.sql());

    @AfterEach
    void close() {
        database.close();
    }

    private void records(int count) {
        database.execute(
                "insert into match_profile select gen_random_uuid(), '' from generate_series(1, " + count + ")");
    }

    @Test
    void a_store_grows_from_what_was_learnt_last() {
        database.execute("insert into match_model values (1, '{}', 300, now()), (2, '{}', 1000, now())");
        records(1019);
        assertThat(growth.isAtLeast(1.02)).isFalse();

        records(1);

        assertThat(growth.isAtLeast(1.02)).isTrue();
        assertThat(growth.isAtLeast(1.25)).isFalse();
    }

    @Test
    void a_few_records_teach_nothing() {
        records(99);
        assertThat(growth.isAtLeast(1.02)).isFalse();

        records(1);

        assertThat(growth.isAtLeast(1.02)).isTrue();
    }

    @Test
    void growth_is_over_when_no_file_comes_and_no_rematch_waits() {
        assertThat(growth.isOver()).isTrue();

        database.execute("""
                insert into import (id, source, node_id, status, format, encoding, mapping, bytes_total, received_at)
                values (gen_random_uuid(), 'crm', gen_random_uuid(), 'running', 'csv', 'UTF-8', '{}', 1, now())
                """);
        assertThat(growth.isOver()).isFalse();

        database.execute("update import set status = 'finished', finished_at = now()");
        assertThat(growth.isOver()).isTrue();

        database.execute("insert into rematch values (gen_random_uuid(), false, true, 'waiting', 'system', now())");
        assertThat(growth.isOver()).isFalse();
    }
}
