package io.chancery.render.invoice;

import static io.chancery.render.data.DataModel.printable;

import io.chancery.render.RenderException;
import io.chancery.render.RenderRequest;
import io.chancery.vocabulary.Recipient;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mustangproject.BankDetails;
import org.mustangproject.Contact;
import org.mustangproject.Invoice;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;

/**
 * An invoice as software reads it (EN 16931-1 in the syntax of UN/CEFACT CII): as XRechnung if the buyer wants to be referred
 * to, else as Factur-X and ZUGFeRD have it.
 *
 * @param level the name of the profile in the PDF's metadata (Factur-X 1.0, §6.2.2)
 * @param fileName under which a PDF carries it
 */
public record MachineInvoice(String level, String fileName, byte[] xml) {

    /** UStDV § 33: up to this gross amount an invoice need not name its recipient. */
    private static final BigDecimal SMALL = new BigDecimal("250");

    /**
     * Makes the invoice of a message.
     *
     * @param values what the message's template can name
     * @return empty if the message is no invoice, or a copy, which nobody must book again, or a small one to somebody whose name
     *     or address nobody knows
     * @throws RenderException if something is missing that the law asks for, or the sums differ from those on the page
     */
    public static Optional<MachineInvoice> of(RenderRequest request, Map<String, Object> values) {
        var fields = request.template().settings().invoice();
        if (fields == null || request.copy() != null) {
            return Optional.empty();
        }
        var figures = new InvoiceFigures(fields, values);
        if (!isAddressed(request.recipient())) {
            if (figures.gross().abs().compareTo(SMALL) <= 0) {
                return Optional.empty();
            }
            throw new RenderException("An invoice of more than " + SMALL
                    + " needs the name and the postal address of the customer (UStG § 14 (4) no. 1)");
        }
        return Optional.of(new Writer(request, figures).write());
    }

    private static boolean isAddressed(Recipient recipient) {
        return recipient.address() != null && !recipient.name().full().isBlank();
    }

    private static final class Writer {

        private final RenderRequest request;
        private final InvoiceFigures figures;
        private final Seller seller;

        Writer(RenderRequest request, InvoiceFigures figures) {
            this.request = request;
            this.figures = figures;
            this.seller = new Seller(request.template().brand());
        }

        MachineInvoice write() {
            boolean authority = figures.buyerReference().isPresent();
            var invoice = invoice();
            var total = new TransactionCalculator(invoice).getGrandTotal();
            if (total.compareTo(figures.gross()) != 0) {
                throw new RenderException("The sum of the invoice for machines differs from that on its page");
            }
            var writer = new Unindented();
            writer.setProfile(Profiles.getByName(authority ? "XRechnung" : "EN16931"));
            writer.generateXML(invoice);
            return authority
                    ? new MachineInvoice("XRECHNUNG", "xrechnung.xml", writer.getXML())
                    : new MachineInvoice("EN 16931", "factur-x.xml", writer.getXML());
        }

        private Invoice invoice() {
            var invoice = new Invoice();
            if (figures.isCreditNote()) {
                invoice.setCreditNote();
                figures.corrected().ifPresent(invoice::setInvoiceReferencedDocumentID);
            }
            invoice.setNumber(figures.number());
            invoice.setIssueDate(date(figures.date()));
            figures.due().map(Writer::date).ifPresent(invoice::setDueDate);
            invoice.setDetailedDeliveryPeriod(date(figures.from()), date(figures.to()));
            invoice.setCurrency(figures.currency());
            invoice.setReferenceNumber(figures.buyerReference().orElse(null));
            invoice.setSender(sender());
            invoice.setRecipient(recipient());
            figures.lines().forEach(line -> invoice.addItem(item(line)));
            return invoice;
        }

        private TradeParty sender() {
            var account = seller.account(figures.currency());
            var bank = new BankDetails(account.iban()).setAccountName(account.holder());
            if (!account.bic().isEmpty()) {
                bank.setBIC(account.bic());
            }
            return new TradeParty(
                            seller.sender("name"),
                            seller.sender("street"),
                            seller.sender("postcode"),
                            seller.sender("city"),
                            seller.sender("country"))
                    .addVATID(seller.vatId())
                    .setEmail(seller.sender("email"))
                    .setContact(new Contact(
                            seller.sender("name"), seller.sender("phoneInternational"), seller.sender("email")))
                    .addBankDetails(bank);
        }

        private TradeParty recipient() {
            var recipient = request.recipient();
            var address = Objects.requireNonNull(recipient.address());
            var party = new TradeParty(
                            printable(recipient.name().full()),
                            printable(address.street()),
                            printable(address.postcode()),
                            printable(address.city()),
                            address.country())
                    .setID(recipient.ucid().toString());
            return recipient.email() == null ? party : party.setEmail(recipient.email());
        }

        /** BR-27: a price is never negative, so a line that takes off has a negative quantity. */
        private static Item item(InvoiceFigures.Line line) {
            var product = new Product(line.text(), "", Unit.codeOf(line.unit()), line.vat());
            return line.price().signum() < 0
                    ? new Item(product, line.price().negate(), line.quantity().negate())
                    : new Item(product, line.price(), line.quantity());
        }

        /** The library writes a day by the clock of the machine. */
        private static Date date(LocalDate day) {
            return Date.from(day.atStartOfDay(ZoneId.systemDefault()).toInstant());
        }
    }

    /** The library parses what it has written, to indent it for people; what they need is letters in place of numbers. */
    private static final class Unindented extends ZUGFeRD2PullProvider {

        private static final Pattern LETTER = Pattern.compile("&#x([0-9a-f]{2,6});");

        @Override
        public byte[] getXML() {
            return LETTER.matcher(new String(zugferdData, StandardCharsets.UTF_8))
                    .replaceAll(number -> letter(number.group(), Integer.parseInt(number.group(1), 16)))
                    .getBytes(StandardCharsets.UTF_8);
        }

        private static String letter(String number, int codePoint) {
            return Character.isLetter(codePoint) ? Character.toString(codePoint) : number;
        }
    }
}
