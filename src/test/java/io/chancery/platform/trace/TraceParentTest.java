package io.chancery.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_valid_one_is_kept_as_it_is() {
        var parent = TraceParent.of(VALID).orElseThrow();

        assertThat(parent.text()).isEqualTo(VALID);
        assertThat(parent.traceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(parent.context().getSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(parent.context().isSampled()).isTrue();
        assertThat(parent.context().isRemote()).isTrue();
    }

    @Test
    void one_of_a_later_version_is_read_as_far_as_we_know_it() {
        assertThat(TraceParent.of(VALID.replaceFirst("00", "cc") + "-more")).contains(new TraceParent(VALID));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01,00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void an_invalid_one_counts_as_none(String header) {
        assertThat(TraceParent.of(header)).isEmpty();
        assertThat(TraceParent.of(null)).isEmpty();
    }
}
