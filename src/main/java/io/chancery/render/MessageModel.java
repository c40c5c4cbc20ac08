package io.chancery.render;

import io.chancery.render.data.DataModel;
import io.chancery.render.data.DataShape;
import io.chancery.render.data.PlainCopies;
import io.chancery.render.data.Totals;
import io.chancery.render.invoice.PaymentCodes;
import io.chancery.render.language.Shape;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Recipient;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything an author can name: {@code data}, {@code totals}, {@code customer}, {@code message}, {@code brand},
 * {@code payment}.
 */
final class MessageModel {

    /** Behind the link to a page leads to the letter that the page offers. */
    private static final String PDF = ".pdf";

    private final RenderRequest request;
    private final ParsedVersion version;

    MessageModel(RenderRequest request, ParsedVersion version) {
        this.request = request;
        this.version = version;
    }

    /** What is known of all this before there is a message: of a text in this language, for a review of the template. */
    static Map<String, Shape> shapes(TemplateVersion version, String language) {
        var settings = version.settings();
        var data = DataShape.of(version.schema());
        var shapes = new LinkedHashMap<String, Shape>();
        shapes.put("data", data);
        var priced = settings.totals();
        if (priced != null) {
            shapes.put("totals", Totals.shape(data.field(priced.items())));
        }
        shapes.put("customer", CustomerModel.shape(settings.purpose()));
        shapes.put("message", message(language));
        shapes.put("brand", Shape.ofValue(PlainCopies.of(version.brand().settings())));
        shapes.put("payment", PaymentCodes.SHAPE);
        return shapes;
    }

    /** What of all this is narrower in {@code {#promote}}. */
    static Map<String, Shape> advertised() {
        return Map.of("customer", CustomerModel.advertised());
    }

    private static Shape message(String language) {
        var facts = new LinkedHashMap<String, Shape>();
        List.of("reference", "date", "class", "purpose", "channel", "link", "pdf", "role")
                .forEach(name -> facts.put(name, Shape.PLAIN));
        facts.put("language", new Shape.Plain(language));
        facts.put("original", Shape.fields(Map.of()).with("name", "ucid"));
        return new Shape.Fields(facts, false);
    }

    Map<String, Object> values(Channel channel) {
        var data = version.dataModel().values(request.data());
        var values = new LinkedHashMap<String, Object>();
        values.put("data", data);
        var priced = request.template().settings().totals();
        if (priced != null) {
            values.put("totals", new Totals(priced).of(data));
        }
        values.put("customer", CustomerModel.values(request, version.brand()));
        values.put("message", message(channel));
        values.put("brand", version.brand());
        values.put("payment", PaymentCodes.of(request, values));
        return values;
    }

    private Map<String, Object> message(Channel channel) {
        var message = new LinkedHashMap<String, Object>();
        message.put("reference", DataModel.printable(request.reference()));
        message.put("date", request.date());
        message.put("language", request.language());
        message.put("class", request.template().settings().messageClass().code());
        message.put("purpose", request.template().settings().purpose().code());
        message.put("channel", channel.name());
        message.put("role", request.copy() == null ? "" : request.copy().role());
        message.put("original", original(request.addressee()));
        if (channel.equals(Channel.SMS) && request.link() != null) {
            message.put("link", request.link());
        }
        if (channel.equals(Channel.SCREEN) && request.offersPdf()) {
            message.put("pdf", request.link() + PDF);
        }
        return Collections.unmodifiableMap(message);
    }

    /** The customer whom the message is for, whoever reads it; every purpose may read this of them. */
    private static Map<String, Object> original(Recipient addressee) {
        return Map.of(
                "name", DataModel.printable(addressee.name().full()),
                "ucid", addressee.ucid().text());
    }
}
