package io.chancery.render.invoice;

import io.chancery.render.RenderException;
import io.chancery.template.Brand;
import java.util.Set;
import net.codecrete.qrbill.generator.Payments;

/** The company behind a brand, as {@code brand.yaml} describes it. */
final class Seller {

    private final Brand brand;

    Seller(Brand brand) {
        this.brand = brand;
    }

    String sender(String detail) {
        return text("sender", detail);
    }

    String vatId() {
        return text("legal", "vatId");
    }

    /** Where payments of one currency go. */
    Account account(String currency) {
        var iban = text("accounts", currency, "iban").replace(" ", "");
        if (!Payments.isValidIBAN(iban)) {
            throw new RenderException(place("accounts", currency, "iban") + ": is not a valid IBAN");
        }
        return new Account(
                text("accounts", currency, "holder"),
                iban,
                brand.findText("accounts", currency, "bic").orElse("").replace(" ", ""));
    }

    /**
     * An account.
     *
     * @param iban without blanks
     * @param bic may be empty
     */
    record Account(String holder, String iban, String bic) {

        private static final Set<String> SWISS = Set.of("CH", "LI");

        boolean isSwiss() {
            return SWISS.contains(iban.substring(0, 2));
        }
    }

    private String text(String... path) {
        return brand.findText(path)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new RenderException(place(path) + ": is missing, and an invoice needs it"));
    }

    private String place(String... path) {
        return "brands/" + brand.key() + "/brand.yaml: " + String.join(".", path);
    }
}
