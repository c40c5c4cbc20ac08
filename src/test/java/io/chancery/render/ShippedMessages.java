package io.chancery.render;

import java.util.stream.Stream;

/** Every template that ships, with each of its fixtures. */
public final class ShippedMessages {

    private ShippedMessages() {}

    public static Stream<RenderRequest> requests() {
        return ShippedTemplates.keys().stream()
                .flatMap(key ->
                        ShippedTemplates.fixtures(key).stream().map(name -> ShippedTemplates.fixture(key, name)));
    }
}
