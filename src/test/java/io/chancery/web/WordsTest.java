package io.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void every_word_is_there_in_german() throws IOException {
        var german = new Properties();
        try (var words = Files.newBufferedReader(
                Path.of("src/main/resources/messages/msg_de.properties"), StandardCharsets.UTF_8)) {
            german.load(words);
        }

        var keys = Arrays.stream(Words.class.getDeclaredMethods())
                .filter(word -> word.getParameterCount() == 0 || !word.getParameterTypes()[0].isEnum())
                .map(Method::getName)
                .toList();

        assertThat(german.stringPropertyNames()).containsAll(keys);
    }

    @Test
    void times_are_written_as_the_reader_is_used_to() {
        var at = Instant.parse("2026-11-22T03:30:12.345Z");
        var berlin = ZoneId.of("Europe/Berlin");

        assertThat(new Reader("de", berlin).dayAndTime(at)).isEqualTo("22.11.2026, 04:30");
        assertThat(new Reader("de", berlin).toTheSecond(at)).isEqualTo("22.11.2026, 04:30:12");
        assertThat(new Reader("de", berlin).precise(at)).isEqualTo("22.11.2026, 04:30:12.345");
        assertThat(new Reader("en", berlin).dayAndTime(at)).isEqualTo("22 Nov 2026, 04:30");
        assertThat(new Reader("en", berlin).languageName("de")).isEqualTo("German");
    }
}
