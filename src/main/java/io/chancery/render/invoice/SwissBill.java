package io.chancery.render.invoice;

import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.render.language.Shape;
import io.chancery.vocabulary.Recipient;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.Payments;
import net.codecrete.qrbill.generator.QRBill;
import org.jspecify.annotations.Nullable;

/** What a Swiss QR-bill says, in its code and in its words (Swiss Implementation Guidelines QR-bill 2.3). */
final class SwissBill {

    static final Shape SHAPE = Shape.fields(
                    Map.of("creditor", new Shape.Items(Shape.PLAIN), "debtor", new Shape.Items(Shape.PLAIN)))
            .with("code", "account", "reference", "amount", "currency");

    /** ISO 11649: RF, two check digits, and this. */
    private static final int LONGEST_REFERENCE = 21;

    private static final int LONGEST_NAME = 70;

    private SwissBill() {}

    /**
     * @param request to a customer with a postal address
     * @return {@code code, account, reference} (may be empty), {@code creditor} and {@code debtor} as lists of lines, {@code amount, currency}
     */
    static Map<String, Object> of(Seller seller, RenderRequest request, InvoiceFigures figures) {
        var account = seller.account(figures.currency());
        var bill = new Bill();
        bill.setAccount(account.iban());
        bill.setAmount(figures.gross());
        bill.setCurrency(figures.currency());
        bill.setCreditor(creditor(seller, account));
        bill.setDebtor(debtor(request.addressee()));
        bill.setReference(reference(figures.number()));
        bill.updateReferenceType();
        bill.setUnstructuredMessage(figures.number());
        var cleaned = cleaned(bill);
        return described(cleaned, QRBill.encodeQrCodeText(cleaned));
    }

    /** With the characters and lengths that a bill may have, so that its words say what its code says. */
    private static Bill cleaned(Bill bill) {
        var checked = QRBill.validate(bill);
        if (!checked.isValid()) {
            throw new RenderException("The QR-bill cannot be made: "
                    + checked.getValidationMessages().stream()
                            .map(message -> message.getField() + " " + message.getMessageKey())
                            .collect(Collectors.joining(", ")));
        }
        return checked.getCleanedBill();
    }

    private static Map<String, Object> described(Bill bill, String code) {
        var described = new LinkedHashMap<String, Object>();
        described.put("code", code);
        described.put("account", Payments.formatIBAN(bill.getAccount()));
        described.put("reference", bill.getReference() == null ? "" : Payments.formatIBAN(bill.getReference()));
        described.put("creditor", lines(bill.getCreditor()));
        described.put("debtor", lines(bill.getDebtor()));
        described.put("amount", amount(bill.getAmount()));
        described.put("currency", bill.getCurrency());
        return described;
    }

    /** A blank between thousands and a point before the cents (§3.5.3). */
    private static String amount(BigDecimal amount) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        return new DecimalFormat("#,##0.00", symbols).format(amount);
    }

    private static List<String> lines(Address address) {
        return List.of(
                address.getName(),
                address.getStreet(),
                (address.getCountryCode().equals("CH") ? "" : address.getCountryCode() + " ") + address.getPostalCode()
                        + " " + address.getTown());
    }

    private static Address creditor(Seller seller, Seller.Account account) {
        return address(
                account.holder(),
                seller.sender("street"),
                seller.sender("postcode"),
                seller.sender("city"),
                seller.sender("country"));
    }

    private static Address debtor(Recipient recipient) {
        var address = Objects.requireNonNull(recipient.address());
        return address(
                recipient.name().full(), address.street(), address.postcode(), address.city(), address.country());
    }

    private static Address address(String name, String street, String postcode, String city, String country) {
        var address = new Address();
        address.setName(plain(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME)));
        address.setStreet(plain(street));
        address.setPostalCode(postcode);
        address.setTown(plain(city));
        address.setCountryCode(country);
        return address;
    }

    /** The characters of a bill have no typographic apostrophe (§4.1.1); the generator would put a full stop. */
    private static String plain(String text) {
        return text.replace('\u2019', '\'').replace('\u2018', '\'');
    }

    /** None if the number does not fit whole: a part of it could be the reference of another invoice. */
    private static @Nullable String reference(String number) {
        var plain = number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return plain.isEmpty() || plain.length() > LONGEST_REFERENCE ? null : Payments.createISO11649Reference(plain);
    }
}
