package io.chancery.template.source;

import io.chancery.render.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A small {@code templates/} folder that is in order, to be spoilt by tests. */
public final class SampleFolder {

    private static final String BRAND = """
            name: Musterwerk
            sender: { name: Musterwerk GmbH, street: Testweg 1, postcode: "00417", city: Musterstadt, country: DE }
            email:
              from: { name: Musterwerk, address: service@musterwerk.example }
            sms: { from: Musterwerk }
            legal: { court: Amtsgericht Musterstadt }
            colours: { ink: "#112233" }
            fonts:
              - { family: Muster Sans, weight: 400, style: normal, file: fonts/Muster.ttf }
            letter: { forms: { default: din-5008-b, CH: swiss-right } }
            """;

    private static final String TEMPLATE = """
            title: { de: Rechnung, en: Invoice }
            class: transactional
            purpose: request-payment
            initiation: reactive
            retention: voucher
            brand: musterwerk
            languages: [de, en]
            plan:
              mode: first-success
              channels: [email, print]
              onUncertain: resend-flagged
            totals: { items: items, quantity: quantity, price: price, vat: vat }
            attachment: { de: "Rechnung {data.number}.pdf", en: "Invoice {data.number}.pdf" }
            schema:
              type: object
              required: [number, items]
              additionalProperties: false
              properties:
                number: { type: string, minLength: 1 }
                items: { type: array, minItems: 1, items: { $ref: "#/$defs/line" } }
              $defs:
                line:
                  type: object
                  required: [quantity, price, vat]
                  properties:
                    quantity: { $ref: "#/$defs/decimal" }
                    price: { $ref: "#/$defs/decimal" }
                    vat: { $ref: "#/$defs/decimal" }
                decimal: { type: string, format: decimal }
            """;

    private static final String FIXTURE = """
            {"data": {"number": "R-1", "items": [{"quantity": "1", "price": "2.50", "vat": "19"}]}}
            """;

    private static final byte[] FONT = Messages.resource("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");

    private final Path root;

    private SampleFolder(Path root) {
        this.root = root;
    }

    public static SampleFolder in(Path root) {
        return new SampleFolder(root)
                .with("brands/musterwerk/brand.yaml", BRAND)
                .with(
                        "brands/musterwerk/print.html",
                        "<html><head><style>html { font-family: 'Muster Sans' }</style></head><body><p>{brand.legal.court}</p>{body}</body></html>")
                .with(
                        "brands/musterwerk/email.html",
                        "<html>{body}{#include imprint /}<p>{brand.legal.court}</p></html>")
                .with("brands/musterwerk/email.txt", "{body}\n{brand.legal.court}")
                .with("brands/musterwerk/sms.txt", "{body}")
                .with("brands/musterwerk/assets/fonts/Muster.ttf", FONT)
                .with("blocks/bank.html", "<p>IBAN{#include signature/}</p>")
                .with("blocks/signature.html", "<p>Ihr Musterwerk</p>")
                .with("blocks/imprint.html", "<p>Impressum</p>")
                .with("blocks/unused.html", "<p>nobody needs me</p>")
                .with("test-invoice/template.yaml", TEMPLATE)
                .with("test-invoice/message.de.html", "<p>Rechnung</p>{#include bank tone='warm' /}")
                .with("test-invoice/message.en.html", "<p>Invoice</p>")
                .with("test-invoice/fixtures/small.json", FIXTURE);
    }

    /** Adds the same template under another key. */
    public SampleFolder withAnother(String template) {
        for (var file : List.of("template.yaml", "message.de.html", "message.en.html", "fixtures/small.json")) {
            with(template + "/" + file, text("test-invoice/" + file));
        }
        return this;
    }

    public Path root() {
        return root;
    }

    public SampleFolder with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private SampleFolder with(String path, byte[] content) {
        try {
            var file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text(String path) {
        try {
            return Files.readString(root.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SampleFolder without(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces a part of a file that must be there once. */
    public SampleFolder changing(String path, String part, String other) {
        try {
            var before = Files.readString(root.resolve(path));
            if (before.split(java.util.regex.Pattern.quote(part), -1).length != 2) {
                throw new IllegalArgumentException("Not there once: " + part);
            }
            return with(path, before.replace(part, other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
