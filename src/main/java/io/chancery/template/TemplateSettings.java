package io.chancery.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
 * @param extras what goes with its words
 * @param retention the class of document that what is sent counts as, which says how long it is kept
 */
public record TemplateSettings(
        Map<String, String> title,
        @JsonProperty("class") MessageClass messageClass,
        Purpose purpose,
        List<String> languages,
        ChannelPlan plan,
        @Nullable PricedLines totals,
        @JsonUnwrapped Extras extras,
        String retention) {

    /**
     * What a template says beyond the words of its message.
     *
     * @param letter what is special about its letter
     * @param calendar the entry that its e-mail brings for the customer's calendar; null for none
     */
    public record Extras(
            Letter letter,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            CalendarEntry calendar) {

        /** Nothing beyond the words. */
        public static final Extras NONE = new Extras(Letter.PLAIN, null);
    }

    /**
     * An entry for the customer's calendar. Each text is a template itself.
     *
     * @param summary what the calendar shows, by language
     * @param location by language; empty for none
     * @param description by language; empty for none
     * @param condition under which the mail brings it, an expression of the template's language; empty for always
     * @param answer whether the customer is asked to accept or decline
     */
    public record CalendarEntry(
            Map<String, String> summary,
            Map<String, String> location,
            Map<String, String> description,
            CalendarTime time,
            String condition,
            boolean answer) {}

    /**
     * When a calendar entry is.
     *
     * @param start gives {@code 2026-12-24} for a whole day or {@code 2026-12-24T09:30} for a time
     * @param end in the same way, a day that is the last one included; empty for a duration or a single day
     * @param duration gives {@code P2D} or {@code PT1H30M} (ISO 8601); empty if there is an end or a single day
     * @param zone IANA name of the time zone; empty for what the brand has
     */
    public record CalendarTime(String start, String end, String duration, String zone) {}

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

    /** The class of document of a template that names none. */
    public static String retention(MessageClass messageClass) {
        return messageClass == MessageClass.MARKETING ? "advertising" : "letter";
    }

    /** File name of the PDF that goes with the e-mail, by language and itself a template; empty for none. */
    public Map<String, String> attachment() {
        return letter().attachment();
    }

    public Letter letter() {
        return extras.letter();
    }

    /** What makes an invoice of the message; null if it is none. */
    public PricedLines.@Nullable Invoice invoice() {
        return totals == null ? null : totals.invoice();
    }

    /**
     * Names the priced lines in the data of a request, so that the renderer can work out nets, tax and totals.
     *
     * @param items field that holds the list of lines
     * @param quantity field of a line, a decimal
     * @param price field of a line, the net price of one unit, a decimal
     * @param vat field of a line, the VAT rate in percent, a decimal
     * @param invoice what else an invoice needs; null if they are only an offer or an overview
     */
    public record PricedLines(
            String items,
            String quantity,
            String price,
            String vat,
            @Nullable Invoice invoice) {

        /**
         * Says that a template's message is an invoice, and where in the data of a request its figures are.
         *
         * @param paths by what they mean: {@code number, date, due, from, to, currency, corrected, buyerReference} with dots between the
         *     names of nested fields, and of a priced line {@code text, unit, quantity, price, vat}
         */
        public record Invoice(Type type, Map<String, String> paths) {

            /** The path of a figure, empty if the template has none. */
            public String path(String figure) {
                return paths.getOrDefault(figure, "");
            }
        }

        /** What an invoice is for the tax office. */
        public enum Type {
            INVOICE,
            CREDIT_NOTE
        }
    }
}
