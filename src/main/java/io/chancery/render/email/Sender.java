package io.chancery.render.email;

import io.chancery.render.RenderException;
import io.chancery.template.Brand;
import java.util.Optional;

/**
 * Who a brand's mails come from.
 *
 * @param returnPath where undeliverable mail goes
 * @param objection where advertising is objected to
 */
record Sender(
        MailAddress from, Optional<MailAddress> replyTo, MailAddress returnPath, Optional<MailAddress> objection) {

    static Sender of(Brand brand) {
        var from = brand.findText("email", "from", "address")
                .map(address ->
                        MailAddress.of(brand.findText("email", "from", "name").orElse(""), address, "sender"))
                .orElseThrow(() -> new RenderException("brands/" + brand.key() + "/brand.yaml: no email.from.address"));
        return new Sender(
                from, find(brand, "replyTo"), find(brand, "returnPath").orElse(from), find(brand, "objection"));
    }

    private static Optional<MailAddress> find(Brand brand, String name) {
        return brand.findText("email", name).map(address -> MailAddress.of("", address, "sender"));
    }
}
