package io.chancery.message.store;

import io.chancery.message.MessageFilter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Messages, for intake and for the people who look. */
@ApplicationScoped
public class MessageRepository implements PanacheRepositoryBase<MessageEntity, UUID> {

    /** Newest first. */
    public List<MessageEntity> list(MessageFilter filter) {
        var conditions = new ArrayList<String>();
        var values = new Parameters();
        add(conditions, values, "clientId", filter.clientId());
        if (filter.customerIds() != null) {
            conditions.add("customerId in :customerIds");
            values.and("customerIds", filter.customerIds());
        }
        add(conditions, values, "template", filter.template());
        add(conditions, values, "reference", filter.reference());
        if (filter.status() != null) {
            conditions.add(filter.status().isFinal() ? "outcome = :outcome" : "outcome is null");
            if (filter.status().isFinal()) {
                values.and("outcome", filter.status().code());
            }
        }
        if (filter.after() != null) {
            conditions.add("id < :after");
            values.and("after", filter.after());
        }
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return find(where + " order by id desc", values).page(0, filter.limit()).list();
    }

    private static void add(List<String> conditions, Parameters values, String field, @Nullable Object value) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            values.and(field, value);
        }
    }

    public List<MessageEntity> findAll(Collection<UUID> ids) {
        return list("id in ?1", ids);
    }
}
