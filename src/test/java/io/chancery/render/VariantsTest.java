package io.chancery.render;

import static io.chancery.render.Messages.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PostalAddress;
import org.junit.jupiter.api.Test;

/** Rules that templates share, variants of which the first that fits is taken, and groups with their sums. */
class VariantsTest {

    private static final String RULE = "{#if customer.address.country?? is of}yes{#else}no{/if}";
    private static final PostalAddress SWITZERLAND = new PostalAddress("Gasse 1", "8000", "Zürich", "CH");

    private static Messages ruled(String source) {
        return aMessage(source).block("lives-in", RULE);
    }

    @Test
    void a_rule_is_a_block_that_says_yes_or_no() {
        var source = "{#rule lives-in of='CH'}Grüezi{#else}Guten Tag{/rule}";

        assertThat(ruled(source).at(SWITZERLAND).body()).isEqualTo("Grüezi");
        assertThat(ruled(source).body()).isEqualTo("Guten Tag");
        assertThat(ruled("{#rule lives-in of='CH'}Grüezi{/rule}").body()).isEmpty();
    }

    @Test
    void what_a_rule_is_given_is_not_known_outside() {
        assertThatThrownBy(() -> ruled("{#rule lives-in of='DE'}{of}{/rule}").body())
                .hasMessageContaining("there is no value «of»");
    }

    @Test
    void a_rule_that_says_anything_else_is_refused_with_its_place() {
        assertThatThrownBy(() -> aMessage("\n{#rule perhaps}x{/rule}")
                        .block("perhaps", "maybe")
                        .body())
                .isInstanceOf(RenderException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("yes or no")
                .hasMessageNotContaining("maybe");
        assertThatThrownBy(() -> aMessage("{#rule nowhere}x{/rule}").body()).hasMessageContaining("no block «nowhere»");
    }

    @Test
    void of_several_variants_the_first_that_says_something_is_taken() {
        var source =
                "{#first}{#rule lives-in of='CH'}Schweiz{/rule}{#or} {#rule lives-in of='AT'}Österreich{/rule}{#or}überall{/first}";

        assertThat(ruled(source).at(SWITZERLAND).body()).isEqualTo("Schweiz");
        assertThat(ruled(source)
                        .at(new PostalAddress("Gasse 1", "1010", "Wien", "AT"))
                        .body()
                        .strip())
                .isEqualTo("Österreich");
        assertThat(ruled(source).body()).isEqualTo("überall");
        assertThat(aMessage("{#first}{#or} {/first}").body()).isEmpty();
    }

    @Test
    void a_variant_keeps_aside_what_belongs_aside_once() {
        var message = aMessage("{#first}{#print}Brief{/print}{#email}Mail{/email}{#or}sonst{/first}");

        assertThat(message.composed(Channel.PRINT).section()).isEqualTo("Brief");
        assertThat(message.body(Channel.EMAIL)).isEqualTo("Mail");
        assertThat(message.body(Channel.SMS)).isEqualTo("sonst");
    }

    @Test
    void lines_are_grouped_with_their_sums() {
        var message = aMessage(
                        "{#for group in data.items.groupBy('meter')}{group.key}: {#for item in group.items}{item.net} {/for}="
                                + " {group.items.sum('net').decimals(2)}; {/for}")
                .schema("""
                        {"type": "object", "properties": {"items": {"type": "array", "items": {"type": "object",
                          "properties": {"net": {"type": "string", "format": "decimal"}}}}}}""")
                .data("""
                        {"items": [{"meter": "B", "net": "1.50"}, {"meter": "A", "net": "2"}, {"meter": "B", "net": "0.25"}]}""");

        assertThat(message.body()).isEqualTo("B: 1.50 0.25 = 1,75; A: 2 = 2,00; ");
    }

    @Test
    void what_cannot_be_grouped_or_added_is_missing() {
        var data = "{\"items\": [{\"meter\": \"A\", \"net\": \"much\"}, {\"net\": 2}]}";
        assertThatThrownBy(() -> aMessage("{data.items.sum('net')}").data(data).body())
                .hasMessageContaining("there is no value");
        assertThatThrownBy(() -> aMessage("{#for x in data.items.groupBy('meter')}{x.key}{/for}")
                        .data(data)
                        .body())
                .hasMessageContaining("there is no value");
    }

    @Test
    void going_through_lists_is_paid_for() {
        var items = "{\"items\": [" + "{\"n\": 1},".repeat(4_000) + "{\"n\": 1}]}";
        assertThatThrownBy(() -> aMessage("{#for i in data.items}{data.items.sum('n')}{/for}")
                        .data(items)
                        .body())
                .hasMessageContaining("steps");
    }
}
