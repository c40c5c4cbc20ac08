package io.chancery.template;

import java.util.Map;
import org.jspecify.annotations.Nullable;

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
