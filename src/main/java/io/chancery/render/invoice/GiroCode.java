package io.chancery.render.invoice;

import java.math.BigDecimal;

/** What a GiroCode says: a transfer in euros that a banking app fills in (EPC069-12, version 002). */
final class GiroCode {

    private static final BigDecimal LEAST = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    private static final int LONGEST_NAME = 70;
    private static final int LONGEST_TEXT = 140;

    private GiroCode() {}

    /** From one cent to a cent below a thousand million. */
    static boolean carries(BigDecimal amount) {
        return amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
    }

    /**
     * @param amount that it carries
     * @param text the purpose of the payment, cut off after 140 characters
     */
    static String of(Seller.Account account, BigDecimal amount, String text) {
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                account.bic(),
                cut(account.holder(), LONGEST_NAME),
                account.iban(),
                "EUR" + amount.toPlainString(),
                "",
                "",
                cut(text, LONGEST_TEXT));
    }

    private static String cut(String text, int most) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, most));
    }
}
