package io.chancery.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.faults.Checker.Attempt;
import io.chancery.faults.Checker.Findings;
import io.chancery.faults.Checker.Key;
import io.chancery.faults.Checker.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That the checker would see a fault: each forged account has one. */
class CheckerTest {

    private static final Key KEY = new Key("email", "R-0000001");
    private static final Attempt ACCEPTED = new Attempt(1, false, "accepted");
    private static final Attempt UNCERTAIN = new Attempt(1, false, "uncertain");

    private static Recorded recorded(Set<String> events, Attempt... attempts) {
        return new Recorded(KEY, "id", "sent", true, List.of(attempts), events);
    }

    private static Findings check(Recorded recorded, int taken) {
        return Checker.check(Set.of(KEY), List.of(recorded), taken == 0 ? Map.of() : Map.of(KEY, taken));
    }

    @Test
    void what_was_sent_and_taken_once_is_clean() {
        assertThat(check(recorded(Set.of("sent 1"), ACCEPTED), 1).areClean()).isTrue();
    }

    @Test
    void what_was_promised_and_is_not_on_record_is_lost() {
        assertThat(Checker.check(Set.of(KEY), List.of(), Map.of()).lost()).hasSize(1);
    }

    @Test
    void what_is_on_record_as_sent_and_was_never_taken_is_lost() {
        assertThat(check(recorded(Set.of("sent 1"), ACCEPTED), 0).lost()).hasSize(1);
    }

    @Test
    void a_status_that_no_attempt_bears_out_is_lost() {
        assertThat(check(recorded(Set.of()), 0).lost()).hasSize(1);
    }

    @Test
    void a_marked_repeat_after_an_unknown_outcome_is_clean_and_counted() {
        var again = new Attempt(2, true, "accepted");

        var findings = check(recorded(Set.of("uncertain 1", "repeated 1", "sent 2"), UNCERTAIN, again), 2);

        assertThat(findings.areClean()).isTrue();
        assertThat(findings.markedRepeats()).isEqualTo(1);
        assertThat(findings.uncertain()).isEqualTo(1);
    }

    /** What a lost journal does: the first attempt looks as if it had never reached the provider. */
    @Test
    void an_attempt_that_was_taken_and_taken_for_unmade_makes_an_unmarked_repeat() {
        var unmade = new Attempt(1, false, "not-made");
        var again = new Attempt(2, false, "accepted");

        var findings = check(recorded(Set.of("sent 2"), unmade, again), 2);

        assertThat(findings.unmarkedRepeats()).hasSize(1);
        assertThat(findings.phantoms()).hasSize(1);
    }

    /** What a missing fence does: the frozen owner of a shard goes on after another has sent, on no record of its own. */
    @Test
    void a_hand_over_by_an_owner_that_was_replaced_is_an_unmarked_repeat() {
        assertThat(check(recorded(Set.of("sent 1"), ACCEPTED), 2).unmarkedRepeats())
                .hasSize(1);
    }

    @Test
    void what_the_replaced_owner_sent_after_a_marked_repeat_is_a_phantom() {
        var again = new Attempt(2, true, "accepted");
        var third = new Attempt(3, true, "not-made");

        var findings = check(recorded(Set.of("uncertain 1", "sent 2"), UNCERTAIN, again, third), 3);

        assertThat(findings.phantoms()).hasSize(1);
    }

    @Test
    void what_was_taken_and_is_on_no_record_is_a_phantom() {
        assertThat(Checker.check(Set.of(), List.of(), Map.of(KEY, 1)).phantoms())
                .hasSize(1);
    }

    @Test
    void what_was_refused_for_good_and_taken_all_the_same_is_a_phantom() {
        var refused = new Recorded(
                KEY, "id", "failed", true, List.of(new Attempt(1, false, "permanent")), Set.of("failed 1"));

        assertThat(check(refused, 1).phantoms()).hasSize(1);
    }

    @Test
    void an_unknown_outcome_without_its_event_is_found() {
        var again = new Attempt(2, true, "accepted");

        assertThat(check(recorded(Set.of("sent 2"), UNCERTAIN, again), 2).unmarkedUncertain())
                .hasSize(1);
    }

    @Test
    void an_unmarked_attempt_after_an_unknown_outcome_is_found_even_if_it_came_once() {
        var again = new Attempt(2, false, "accepted");

        assertThat(check(recorded(Set.of("uncertain 1", "sent 2"), UNCERTAIN, again), 1)
                        .unmarkedUncertain())
                .hasSize(1);
    }

    @Test
    void what_has_not_ended_is_found() {
        var waiting = new Recorded(KEY, "id", "queued", false, List.of(), Set.of());

        assertThat(check(waiting, 0).unfinished()).hasSize(1);
    }
}
