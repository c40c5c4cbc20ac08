package io.chancery.render.data;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.vocabulary.Channel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantsTest {

    private static final Map<String, Object> BRAND = Map.of(
            "name",
            "Lindenwerk",
            "blank",
            " ",
            "rich",
            "A & B",
            "size",
            5,
            "colours",
            Map.of("green", "#112233"),
            "words",
            Map.of("de", Map.of("phone", "Telefon"), "en", Map.of("phone", "Phone")));

    private static String written(String layout) {
        return Constants.written(layout, BRAND, "de");
    }

    @Test
    void the_brands_texts_are_written_in() {
        assertThat(written("a { color: {brand.colours.green}; }\n{brand.name}"))
                .isEqualTo("a { color: #112233; }\nLindenwerk");
    }

    @Test
    void words_of_a_language_are_written_in() {
        assertThat(written("{#let words=brand.words.get(message.language)}{words.phone} {words.fax}{/let}"))
                .isEqualTo("{#let words=brand.words.get(message.language)}Telefon {words.fax}{/let}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{brand.blank}",
                "{brand.rich}",
                "{brand.size}",
                "{brand.colours}",
                "{brand.unknown.green}",
                "{brand.name.length}",
                "{brand.name ?: 'x'}",
                "\\{brand.name}",
                "{data.name}",
                "{name}",
                "{|{brand.name}|}",
                "{#let brand=data}{brand.name}{/let}",
                "{#for brand in data.brands}{brand.name}{/for}",
                "{#let words=data.words}{words.phone}{/let}",
                "{#let words=brand.words.get(message.language)}{#let words=data.x}{words.phone}{/let}{/let}"
            })
    void what_may_be_something_else_stays(String layout) {
        assertThat(written(layout)).isEqualTo(layout);
    }

    @Test
    void a_mistake_beside_one_is_told_where_it_stands() {
        var composed = aMessage("x")
                .brand(BRAND)
                .layout("email.html", "{body}\n{brand.colours.green} {brand.name} {data.nothing}")
                .composed(Channel.EMAIL);

        assertThatThrownBy(() -> composed.layout("email.html"))
                .hasMessageContaining("email.html, line 2")
                .extracting("column")
                .isEqualTo(36);
    }
}
