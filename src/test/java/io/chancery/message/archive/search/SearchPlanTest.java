package io.chancery.message.archive.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.archive.search.TestTexts;
import io.chancery.message.archive.search.Searching.Strategy;
import io.chancery.platform.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every search goes by its index, though the database plans it before it knows the values; and finds what it should. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchPlanTest {

    private static final int COUNT = 12_000;
    private static final List<Condition> CONDITIONS = List.of(Condition.test(false), Condition.NOT_ERASED);

    private final TestDatabase database = TestDatabase.create();
    private final SearchTable table = new SearchTable(database.sql());
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-31T00:00:00Z"), ZoneOffset.UTC);
    private final MonthlySearch months = new MonthlySearch(table, clock);

    @BeforeAll
    void load() {
        new LoadedArchive(database).load(COUNT, 80);
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    static Stream<Arguments> ways() {
        return Stream.of(
                Arguments.of("delivery_customer_idx", 10, Way.byCustomers(List.of(LoadedArchive.CUSTOMER))),
                Arguments.of("delivery_version_idx", COUNT / 50 * 2, Way.byVersions(List.of(version(3), version(9)))),
                Arguments.of("delivery_run_idx", COUNT / 100, Way.byRun(LoadedArchive.RUN)),
                Arguments.of("reason_delivery_id_idx", COUNT / 1000, Way.byReason("refused")),
                Arguments.of("kind_delivery_id_idx", COUNT / 1000, Way.byStops(List.of("failed", "unconfirmed"))),
                Arguments.of("recipient_delivery_id_idx", 10, Way.byRecipient("reader7@example.org")),
                Arguments.of("attempt_reference_reference_idx", 1, Way.byProviderId("provider-77")),
                Arguments.of("message_reference_idx", 1, Way.byReference("R-77")),
                Arguments.of("delivery_pkey", COUNT, Way.along()));
    }

    private static UUID version(int number) {
        return new UUID(0, number);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void each_way_goes_along_its_index(String index, int count, Way way) {
        var found = table.find(way, CONDITIONS, Span.ALL, COUNT);
        var plan = plan(SearchTable.text(way, CONDITIONS), typed(way, CONDITIONS));

        assertThat(found.ids()).hasSize(count).doesNotHaveDuplicates();
        assertThat(found.ids().stream().map(UUID::toString)).isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(found.horizon()).isNull();
        assertThat(plan).contains(index);
        assertThat(executed(plan))
                .doesNotContain("Seq Scan on delivery", "Seq Scan on message", "Seq Scan on event")
                .doesNotContain("Seq Scan on archive_", "Seq Scan on attempt");
    }

    @Test
    void words_go_by_the_words_of_their_month_alone() {
        var plan = executed(plan(
                SearchTable.SAYING,
                List.of(
                        "'2026-02-01'",
                        "'''wort9000'''",
                        "'00000000-0000-0000-0000-000000000000'",
                        "'7fffffff-ffff-ffff-ffff-ffffffffffff'",
                        "5001")));

        assertThat(plan).contains("archive_text_2026_02_words_idx").doesNotContain("2026_01", "2026_03", "Seq Scan");
    }

    @Test
    void what_words_must_hold_beside_is_looked_up_by_delivery() {
        var conditions = new ArrayList<>(CONDITIONS);
        conditions.add(Condition.saying("'rechnung'", false));
        conditions.add(Condition.saying("'wort5'", true));
        var way = Way.byCustomers(List.of(LoadedArchive.CUSTOMER));

        var plan = executed(plan(SearchTable.text(way, conditions), typed(way, conditions)));

        assertThat(plan).contains("delivery_id_idx").doesNotContain("Seq Scan on archive_text", "words_idx");
        assertThat(table.find(way, conditions, Span.ALL, 100).ids()).hasSize(9);
    }

    private static final class Undone extends RuntimeException {}

    @Test
    void what_expires_is_forgotten_without_reading_all_words() {
        var some = table.find(Way.along(), CONDITIONS, Span.ALL, 500).ids();
        var read =
                "select coalesce(sum(seq_tup_read), 0) from pg_stat_xact_user_tables where relname ~ '^archive_text_2'";

        assertThatThrownBy(() -> database.run(() -> {
                    TestTexts.on(database.sql()).deleteDeliveries(some);
                    assertThat(database.get(read)).containsExactly("0");
                    assertThat(database.get("select count(*) from archive_text"))
                            .containsExactly("" + (COUNT - 500));
                    throw new Undone();
                }))
                .isInstanceOf(Undone.class);
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        var all = table.find(Way.byVersions(List.of(version(3), version(9))), CONDITIONS, Span.ALL, COUNT)
                .ids();
        var paged = new ArrayList<UUID>();
        var span = Span.ALL;
        for (var page = all.subList(0, 1); !page.isEmpty(); ) {
            page = table.find(Way.byVersions(List.of(version(3), version(9))), CONDITIONS, span, 7)
                    .ids();
            paged.addAll(page);
            span = page.isEmpty() ? span : span.before(page.get(page.size() - 1));
        }

        assertThat(paged).isEqualTo(all);
    }

    @Test
    void a_list_that_is_cut_off_tells_how_far_it_goes() {
        var many = IntStream.range(1, 51).mapToObj(SearchPlanTest::version).toList();
        // Of each of fifty versions so many are looked at that all are seen; of those of ten thousand keys only the
        // newest.
        var keys = new ArrayList<>(many);
        IntStream.range(0, 9950).forEach(i -> keys.add(new UUID(9, i)));

        var whole = table.find(Way.byVersions(many), CONDITIONS, Span.ALL, COUNT);
        var cut = table.find(Way.byVersions(keys), CONDITIONS, Span.ALL, COUNT);

        assertThat(whole.horizon()).isNull();
        assertThat(cut.horizon()).isNotNull();
        assertThat(cut.ids())
                .isNotEmpty()
                .isEqualTo(whole.ids().subList(0, cut.ids().size()));
        assertThat(cut.ids().get(cut.ids().size() - 1)).isEqualTo(cut.horizon());
    }

    @Test
    void words_are_searched_backwards_through_all_months() {
        assertThat(find("'selten5'", Span.ALL, 100).ids()).hasSize(13);
        assertThat(find("'wort1'", Span.ALL, 100).ids()).hasSize(1);
        assertThat(find("'rechnung'", Span.ALL, COUNT).ids()).hasSize(COUNT);
        var january = Span.ALL.within(LocalDate.parse("2026-01-01"));
        assertThat(find("'rechnung'", january, COUNT).ids().size()).isBetween(COUNT / 3, COUNT / 2);
        assertThat(find("'nirgends'", Span.ALL, 100)).isEqualTo(new SearchTable.Found(List.of(), null));
    }

    @Test
    void a_full_page_says_where_the_next_begins() {
        var first = find("'manchmal7'", Span.ALL, 51);
        var horizon = first.horizon();

        assertThat(first.ids()).hasSize(51);
        assertThat(horizon).isEqualTo(first.ids().get(50));
    }

    @Test
    void nobody_finds_who_was_erased() {
        var way = Way.byCustomers(List.of(new UUID(0, 6)));
        assertThat(table.find(way, CONDITIONS, Span.ALL, 100).ids()).hasSize(10);

        database.execute("insert into customer_key values ('%s', null, now())".formatted(new UUID(0, 6)));

        assertThat(table.find(way, CONDITIONS, Span.ALL, 100).ids()).isEmpty();
        database.execute("delete from customer_key");
    }

    private SearchTable.Found find(String words, Span span, int limit) {
        return months.find(new Strategy(null, words, Way.along(), CONDITIONS), span, limit);
    }

    /** What stands for the question marks, as literals. */
    private static List<String> typed(Way way, List<Condition> conditions) {
        var literals = new ArrayList<String>();
        literals.add(way.values().stream()
                .map(Object::toString)
                .collect(Collectors.joining(",", "'{\"", "\"}'"))
                .replace(",", "\",\""));
        way.parameters(Span.ALL).forEach(value -> literals.add(literal(value)));
        literals.add(literal(way.limit()));
        conditions.stream()
                .map(Condition::value)
                .filter(value -> value != null)
                .forEach(value -> literals.add(literal(value)));
        literals.add("51");
        return literals;
    }

    private static String literal(@Nullable Object value) {
        return value instanceof Integer number
                ? number.toString()
                : "'" + String.valueOf(value).replace("'", "''") + "'";
    }

    /** As the application's connections plan: before they know the values. */
    private String plan(String text, List<String> literals) {
        var numbered = new StringBuilder();
        int number = 0;
        for (char c : text.toCharArray()) {
            numbered.append(c == '?' ? "$" + ++number : String.valueOf(c));
        }
        assertThat(literals).hasSize(number);
        return database.call(() -> {
            database.sql().run("prepare search as " + numbered, statement -> statement.execute());
            var plan = database.get(
                    "explain (analyze, costs off, timing off) execute search (" + String.join(", ", literals) + ")");
            database.sql().run("deallocate search", statement -> statement.execute());
            return String.join("\n", plan);
        });
    }

    private static String executed(String plan) {
        return plan.lines().filter(line -> !line.contains("never executed")).collect(Collectors.joining("\n"));
    }
}
