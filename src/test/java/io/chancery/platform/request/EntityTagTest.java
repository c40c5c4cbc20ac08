package io.chancery.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityTagTest {

    @ParameterizedTest
    @CsvSource({
        "'\"7\"', 7",
        "'W/\"7\"', 7",
        "7, 7",
        "' \"7\" ', 7",
        "*, -1",
        "'\"abc\"', -1",
        "'\"99999999999999999999\"', -1"
    })
    void a_version_is_read_from_its_tag(String header, long version) {
        assertThat(EntityTag.version(header)).hasValue(version);
    }

    @Test
    void no_tag_names_no_version() {
        assertThat(EntityTag.version(null)).isEmpty();
        assertThat(EntityTag.version("\"\"")).isEmpty();
    }
}
