package io.chancery.render.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.render.RenderRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedReviewTest {

    private final Workshop workshop = new Workshop();

    @ParameterizedTest
    @MethodSource("io.chancery.render.ShippedMessages#requests")
    void everybody_can_read_what_ships(RenderRequest request) {
        var proofs = workshop.renderer().proofs();
        for (var channel : workshop.renderer().channels()) {
            if (request.recipient().reachableBy(channel)) {
                assertThat(proofs.of(channel, request).faults())
                        .as(channel.name())
                        .isEmpty();
            }
        }
        assertThat(workshop.renderer().readingEase(request).orElse(100)).isGreaterThan(30);
    }
}
