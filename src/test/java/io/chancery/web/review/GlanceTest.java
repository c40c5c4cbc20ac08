package io.chancery.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.Comparisons.Compared;
import io.chancery.render.Comparisons.OnChannel;
import io.chancery.render.Comparisons.Size;
import io.chancery.web.review.Glance.Resized;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlanceTest {

    private static Compared compared(String fixture, String change, OnChannel... channels) {
        return new Compared(fixture, null, null, change, false, List.of(channels));
    }

    private static OnChannel on(String channel, String change, int before, int after) {
        return new OnChannel(channel, change, new Size(before, after), List.of(), List.of());
    }

    @Test
    void what_is_longer_or_shorter_is_told_once_for_all_samples_of_which_it_is_so() {
        var glance = Glance.of(List.of(
                compared("a", "changed", on("print", "changed", 1, 2), on("sms", "changed", 2, 1)),
                compared("b", "changed", on("print", "changed", 1, 2), on("sms", "changed", 2, 2)),
                compared("b", "changed", on("print", "changed", 1, 2)),
                compared("c", "changed", on("print", "changed", 3, 3))));

        assertThat(glance.resized())
                .containsExactly(new Resized("print", 1, 2, List.of("a", "b")), new Resized("sms", 2, 1, List.of("a")));
    }

    @Test
    void a_sample_is_changed_if_the_message_is_or_it_without_what_it_promotes() {
        var glance = Glance.of(List.of(
                compared("a", "unchanged"),
                compared("b", "unchanged"),
                compared("b", "changed", on("email", "cannot-be-rendered", 0, 0)),
                compared("c", "only-in-new")));

        assertThat(glance.samples()).hasSize(3);
        assertThat(glance.changed()).isEqualTo(2);
        assertThat(glance.first()).isEqualTo("b");
        assertThat(glance.broken()).containsExactly("b");
    }
}
