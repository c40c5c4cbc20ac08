package io.chancery.render.invoice;

import io.chancery.render.RenderRequest;
import io.chancery.render.language.Shape;
import java.util.Map;

/** The code by which an invoice can be paid: a Swiss QR-bill from a Swiss account, else a GiroCode for euros. */
public final class PaymentCodes {

    /** What {@link #of} returns, where there is anything to pay. */
    public static final Shape SHAPE =
            Shape.fields(Map.of("swiss", SwissBill.SHAPE)).with("giro");

    private PaymentCodes() {}

    /**
     * What templates name {@code payment}.
     *
     * @param values what the template can name so far
     * @return {@code giro}, the text of a GiroCode; or {@code swiss}, a QR-bill with its {@code code}; or nothing, if there is nothing
     *     to pay or no such code for the currency
     */
    public static Map<String, Object> of(RenderRequest request, Map<String, Object> values) {
        var fields = request.template().settings().invoice();
        if (fields == null) {
            return Map.of();
        }
        var figures = new InvoiceFigures(fields, values);
        if (figures.isCreditNote() || figures.gross().signum() <= 0) {
            return Map.of();
        }
        var seller = new Seller(request.template().brand());
        var account = seller.account(figures.currency());
        if (account.isSwiss()) {
            return request.addressee().address() == null
                    ? Map.of()
                    : Map.of("swiss", SwissBill.of(seller, request, figures));
        }
        return figures.currency().equals("EUR") && GiroCode.carries(figures.gross())
                ? Map.of("giro", GiroCode.of(account, figures.gross(), figures.number()))
                : Map.of();
    }
}
