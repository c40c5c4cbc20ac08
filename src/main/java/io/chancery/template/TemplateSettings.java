package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.chancery.vocabulary.MessageClass;
import io.chancery.vocabulary.Purpose;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code template.yaml} says about a template.
 *
 * @param title by language
 * @param languages the first is used when a customer's language is missing
 * @param totals where the priced lines are, if the template has any
 * @param letter what is special about its letter
 * @param retention the retention class of what is sent
 */
public record TemplateSettings(
        Map<String, String> title,
        @JsonProperty("class") MessageClass messageClass,
        Purpose purpose,
        List<String> languages,
        ChannelPlan plan,
        @Nullable PricedLines totals,
        Letter letter,
        String retention) {

    /**
     * What a template says about its letter beyond its words.
     *
     * @param attachment file name of the PDF that goes with the e-mail, by language and itself a template; empty for none
     * @param notes above the address, by language; each itself a template, and not printed where it says nothing
     * @param enclosures what lies behind it, in this order
     * @param sides {@code simplex} or {@code duplex}; empty for what the brand has
     */
    public record Letter(
            Map<String, String> attachment, Map<String, List<String>> notes, List<Enclosure> enclosures, String sides) {

        /** Nothing special. */
        public static final Letter PLAIN = new Letter(Map.of(), Map.of(), List.of(), "");
    }

    /**
     * A document of the brand that goes with the letter.
     *
     * @param title as the letter names it, by language
     * @param file its path under the brand's {@code assets/}, by language
     * @param condition under which it goes along, an expression of the template's language; empty for always
     */
    public record Enclosure(Map<String, String> title, Map<String, String> file, String condition) {}

    /** File name of the PDF that goes with the e-mail, by language and itself a template; empty for none. */
    public Map<String, String> attachment() {
        return letter.attachment();
    }

    /** What makes an invoice of the message; null if it is none. */
    public PricedLines.@Nullable Invoice invoice() {
        return totals == null ? null : totals.invoice();
    }
}
