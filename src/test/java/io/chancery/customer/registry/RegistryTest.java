package io.chancery.customer.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.customer.Customers;
import io.chancery.customer.imports.Imports;
import io.chancery.customer.mapping.Mapping.Format;
import io.chancery.customer.registry.People.Delivered;
import io.chancery.customer.source.Records;
import io.chancery.customer.source.Sources;
import io.chancery.platform.EmbeddedPostgresResource;
import io.chancery.platform.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedPostgresResource.class)
class RegistryTest {

    @Inject
    Sources sources;

    @Inject
    Records records;

    @Inject
    Imports imports;

    @Inject
    Customers customers;

    @Inject
    Sql sql;

    /** Sources and people of its own for each test; the database is shared. */
    private final String a = "a" + UUID.randomUUID();

    private final String b = "b" + UUID.randomUUID();
    private final long seed = UUID.randomUUID().getMostSignificantBits();

    @BeforeEach
    void twoSources() throws IOException {
        sources.put(a, new ObjectMapper().readTree(People.DEFINITION));
        sources.put(b, new ObjectMapper().readTree(People.DEFINITION));
    }

    private UUID owner(String source, String record) {
        return customers.findId(source, record).orElseThrow();
    }

    private void load(String source, List<Delivered> people) {
        var file = people.stream().map(Delivered::json).collect(Collectors.joining("\n"));
        var stream = new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
        imports.take(sources.get(source), stream, Format.NDJSON, StandardCharsets.UTF_8);
    }

    @Test
    void records_of_two_sources_become_one_customer() {
        var person = new People(seed, 1);

        load(a, person.first());
        load(b, person.second());

        assertThat(owner(b, "B0")).isEqualTo(owner(a, "A0"));
    }

    @Test
    void a_deleted_record_leaves_the_customer_to_the_others() {
        var person = new People(seed, 1);
        load(a, person.first());
        load(b, person.second());
        var before = owner(a, "A0");

        records.remove(a, "A0");

        assertThat(customers.findId(a, "A0")).isEmpty();
        assertThat(owner(b, "B0")).isEqualTo(before);
    }

    @Test
    void a_record_that_becomes_another_person_leaves_and_a_steward_is_asked() {
        var people = new People(seed, 2);
        load(a, people.first().subList(0, 1));
        load(b, people.second().subList(0, 1));
        var before = owner(a, "A0");

        var other = people.second().get(1).json().replace("\"B1\"", "\"B0\"");
        records.put(b, "B0", other);

        assertThat(owner(a, "A0")).isEqualTo(before);
        assertThat(owner(b, "B0")).isNotEqualTo(before);
        assertThat(questions()).containsOnlyOnce("update");
    }

    private List<String> questions() {
        var text = """
                select kind from match_candidate join source_record as record on record.id in (record_a, record_b)
                where record.source = ?
                """;
        return sql.run(text, statement -> {
            statement.setString(1, b);
            return Sql.rows(statement, row -> row.getString(1));
        });
    }

    @Test
    void the_order_in_which_records_come_does_not_matter() {
        var people = new People(seed, 60);
        var shuffled = new ArrayList<>(people.second());
        Collections.shuffle(shuffled, new Random(seed));

        load(b, shuffled.subList(0, 30));
        load(a, people.first());
        load(b, shuffled.subList(30, 60));

        for (int i = 0; i < 60; i++) {
            assertThat(owner(b, "B" + i)).isEqualTo(owner(a, "A" + i));
        }
        assertThat(people.first().stream().map(one -> owner(a, one.id())).distinct())
                .hasSize(60);
    }

    /** So many that all records of theirs together are more than any customer has. */
    @Test
    void known_people_are_found_however_many_come_at_once() throws IOException {
        var c = "c" + UUID.randomUUID();
        sources.put(c, new ObjectMapper().readTree(People.DEFINITION));
        var people = new People(seed, 510);

        load(a, people.first());
        load(b, people.second());
        load(c, people.first());

        for (int i = 0; i < 510; i++) {
            assertThat(owner(c, "A" + i)).isEqualTo(owner(a, "A" + i));
        }
    }

    @Test
    void two_imports_of_the_same_people_at_once_make_no_twins() {
        var people = new People(seed, 200);
        var backwards = new ArrayList<>(people.second());
        Collections.reverse(backwards);

        var one = CompletableFuture.runAsync(() -> load(a, people.first()));
        var two = CompletableFuture.runAsync(() -> load(b, backwards));
        CompletableFuture.allOf(one, two).join();

        for (int i = 0; i < 200; i++) {
            assertThat(owner(b, "B" + i)).isEqualTo(owner(a, "A" + i));
        }
    }
}
