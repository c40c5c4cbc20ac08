package io.chancery.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** x. */
@ApplicationScoped
public class Demo {
    /** x. */
    public record Recipient(String key, String name, String city) {}

    public List<Recipient> recipients() {
        return List.of();
    }
}
