package io.chancery.archive.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.platform.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionRulesTest {

    private final MutableClock clock = MutableClock.atNoon();

    @ParameterizedTest
    @CsvSource({
        "de ordinary,  book,          12, 2026-03-01T12:00:00Z, 2036-12-31",
        "de ordinary,  voucher,       12, 2026-03-01T12:00:00Z, 2034-12-31",
        "de regulated, voucher,       12, 2026-03-01T12:00:00Z, 2036-12-31",
        "de regulated, letter,        12, 2026-03-01T12:00:00Z, 2032-12-31",
        "de ordinary,  advertising,   12, 2026-03-01T12:00:00Z, 2027-12-31",
        "de ordinary,  notice,        12, 2026-03-01T12:00:00Z, 2027-12-31",
        "de ordinary,  voucher,        6, 2026-09-01T12:00:00Z, 2034-12-31",
        "at ordinary,  voucher,       12, 2026-03-01T12:00:00Z, 2033-12-31",
        "at regulated, letter,        12, 2026-03-01T12:00:00Z, 2033-12-31",
        "ch ordinary,  voucher,       12, 2026-03-01T12:00:00Z, 2036-12-31",
        "ch ordinary,  voucher,        6, 2026-06-30T12:00:00Z, 2036-06-30",
        "ch ordinary,  voucher,        6, 2026-07-01T12:00:00Z, 2037-06-30",
        "ch ordinary,  real-property,  6, 2026-07-01T12:00:00Z, 2047-06-30",
        // The last day of February is another one in a leap year.
        "ch ordinary,  voucher,        2, 2026-02-28T12:00:00Z, 2036-02-29",
        "ch ordinary,  voucher,        2, 2028-02-29T12:00:00Z, 2038-02-28",
        // What nobody has a rule for is kept like books.
        "de ordinary,  vuocher,       12, 2026-03-01T12:00:00Z, 2036-12-31",
        // New Year's Eve ends in Berlin, not in Greenwich.
        "de ordinary,  voucher,       12, 2026-12-31T22:59:59Z, 2034-12-31",
        "de ordinary,  voucher,       12, 2026-12-31T23:00:00Z, 2035-12-31",
    })
    void a_period_ends_with_the_year_that_the_law_names(
            String company, String documentClass, int month, Instant sent, LocalDate until) {
        var words = company.split(" ");
        var rules = TestRetention.SHIPPED.in(words[0], words[1], month).rules(clock);

        assertThat(rules.period(documentClass, sent).until()).isEqualTo(until);
    }

    @Test
    void whatever_is_sent_is_kept_for_whole_years_after_the_one_in_which_it_was() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 10_000; i++) {
            var sent = LocalDate.ofEpochDay(random.nextInt(40_000));
            int years = random.nextInt(31);
            var end = Month.of(1 + random.nextInt(12));
            for (var start : StartRule.values()) {
                var until = new RetentionRule("book", years, start, true, "").lastDay(sent, end);

                assertThat(until)
                        .as("%s, %d years, %s, %s (seed %d)", sent, years, start, end, seed)
                        .isAfterOrEqualTo(sent.plusYears(years))
                        .isBefore(sent.plusYears(years + 1L).plusDays(1));
                assertThat(until.plusDays(1).getDayOfMonth()).isEqualTo(1);
                assertThat(until.getMonth()).isEqualTo(start == StartRule.CALENDAR_YEAR ? Month.DECEMBER : end);
            }
        }
    }

    @Test
    void two_things_sent_in_one_year_go_on_one_day() {
        var random = new Random(7);
        var rules = TestRetention.SHIPPED.in("ch", "ordinary", 9).rules(clock);
        var zone = ZoneId.of("Europe/Berlin");
        var end = LocalDate.of(2020, 9, 30);
        for (int i = 0; i < 1_000; i++) {
            var day = end.minusDays(random.nextInt(365));
            var second =
                    day.atStartOfDay(zone).plusSeconds(random.nextInt(86_400)).toInstant();

            assertThat(rules.period("voucher", second).until()).isEqualTo(LocalDate.of(2030, 9, 30));
        }
    }

    @Test
    void it_is_over_on_the_day_after_the_last_one() {
        var newYear = Instant.parse("2027-01-01T00:00:00+01:00");
        var lastSecond = TestRetention.SHIPPED.rules(new MutableClock(newYear.minusSeconds(1)));
        var first = TestRetention.SHIPPED.rules(new MutableClock(newYear));
        var sent = Instant.parse("2018-06-01T00:00:00Z");

        assertThat(lastSecond.isOver(lastSecond.period("voucher", sent))).isFalse();
        assertThat(first.isOver(first.period("voucher", sent))).isTrue();
    }

    @Test
    void nothing_is_due_that_is_not_older_than_the_horizon() {
        var random = new Random(11);
        var rules = TestRetention.SHIPPED.rules(clock);
        for (int i = 0; i < 10_000; i++) {
            clock.pass(java.time.Duration.ofHours(random.nextInt(200)));
            var sent = clock.instant().minusSeconds(random.nextLong(3L * 366 * 86_400));

            if (rules.isOver(rules.period("notice", sent))) {
                assertThat(sent).isBefore(rules.horizon());
            }
        }
    }

    private record Own(int years, String start, boolean duty, Optional<String> source)
            implements RetentionConfig.Rule {}

    @Test
    void a_company_may_have_rules_of_its_own() {
        var own = new Own(30, "financial-year", true, Optional.of("agreed with the auditor"));
        var rules =
                TestRetention.SHIPPED.with(Map.of("voucher", own, "x-ray", own)).rules(clock);

        assertThat(rules.of("voucher"))
                .isEqualTo(new RetentionRule("voucher", 30, StartRule.FINANCIAL_YEAR, true, "agreed with the auditor"));
        assertThat(rules.knows("x-ray")).isTrue();
        assertThat(rules.knows("vuocher")).isFalse();
    }

    @Test
    void settings_without_rules_are_refused() {
        assertThatThrownBy(() -> TestRetention.SHIPPED.in("fr", "ordinary", 12).rules(clock))
                .hasMessageContaining("fr");
        assertThatThrownBy(() -> TestRetention.SHIPPED.in("de", "ordinary", 13).rules(clock))
                .hasMessageContaining("13");
    }

    @Test
    void each_shipped_rule_says_who_says_so() {
        for (var jurisdiction : new String[] {"de", "at", "ch"}) {
            for (var entity : new String[] {"ordinary", "regulated"}) {
                var rules = TestRetention.SHIPPED
                        .in(jurisdiction, entity, 12)
                        .rules(clock)
                        .all();

                assertThat(rules)
                        .extracting(RetentionRule::documentClass)
                        .contains("book", "voucher", "letter", "advertising", "notice");
                assertThat(rules).allSatisfy(rule -> assertThat(rule.source()).isNotBlank());
            }
        }
    }
}
