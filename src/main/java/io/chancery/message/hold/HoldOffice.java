package io.chancery.message.hold;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.message.HeldDeliveries;
import io.chancery.message.store.HoldTable;
import io.chancery.message.store.HoldTable.Filter;
import io.chancery.platform.Fault;
import io.chancery.platform.request.BodyFields;
import io.chancery.template.Templates;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where all decisions on what is held are asked for, be it by a system or by a person. */
@ApplicationScoped
class HoldOffice implements HeldDeliveries {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;

    private final HoldBook book;
    private final HoldTable table;
    private final StopDesk desk;
    private final Templates templates;

    HoldOffice(HoldBook book, HoldTable table, StopDesk desk, Templates templates) {
        this.book = book;
        this.table = table;
        this.desk = desk;
        this.templates = templates;
    }

    @Override
    public List<View> list(Which which, @Nullable UUID after, int limit, String language) {
        return book.list(filter(which), after, limit, language);
    }

    private static Filter filter(Which which) {
        try {
            var reason = which.reason() == null ? null : Reason.of(which.reason());
            return new Filter(reason, which.template(), which.channel(), null);
        } catch (IllegalArgumentException e) {
            throw HoldException.invalid(List.of(new Fault("/reason", "is not a reason")));
        }
    }

    @Override
    @Transactional
    public Map<Reason, Long> counts() {
        return table.counts(MOST_COUNTED);
    }

    @Override
    public int decide(Decision decision, JsonNode body, String by) {
        var order = HoldOrder.read(body);
        return switch (decision) {
            case RELEASE -> book.release(order, by);
            case CANCEL -> book.cancel(order, by);
            case CONFIRM -> book.confirm(order, by);
        };
    }

    @Override
    public List<StopOrder> stops() {
        return desk.list();
    }

    @Override
    public StopOrder stop(JsonNode order, String by) {
        var fields = new BodyFields(order);
        fields.allow(Set.of("template", "channel", "note"));
        var template = fields.required("template", LONGEST_NAME);
        var channel = fields.parsed("channel", "is not a channel", Channel::new).map(Channel::name);
        var note = fields.required("note", LONGEST_NOTE);
        if (!template.isEmpty() && templates.history(template).isEmpty()) {
            fields.fault("template", "there is no such template");
        }
        fields.refuseFaulty(HoldException::invalid);
        return desk.stop(template, channel.orElse(null), note, by);
    }

    @Override
    public int lift(UUID stop, String by) {
        return desk.lift(stop, by);
    }
}
