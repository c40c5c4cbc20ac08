package io.chancery.message.hold;

import io.chancery.vocabulary.Reason;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What waits for a person, and for how long. */
@ConfigMapping(prefix = "chancery.hold")
interface HoldConfig {

    /** A delivery that nobody has released after so long is given up. */
    @WithDefault("14d")
    Duration life();

    /**
     * Reasons for which a transactional message that would end unsent waits for a person instead, who can mend the cause,
     * for example {@code no-contact-point,not-renderable}. What consent, objection and restriction forbid is never held.
     */
    Optional<Set<Reason>> reasons();
}
