package io.chancery.platform.person;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who answers for the data (GDPR Art. 4 no. 7): stands in what persons get and in the record of processing. */
@ConfigMapping(prefix = "chancery.controller")
public interface ControllerConfig {

    /** Name of the company. */
    Optional<String> name();

    /** Its address, on one line. */
    Optional<String> address();

    /** Where it is reached about data protection: a mail address or a number. */
    Optional<String> contact();

    /** The data protection officer, with how they are reached. */
    Optional<String> dataProtectionOfficer();

    /** The supervisory authority to which one complains. */
    Optional<String> authority();
}
