package io.chancery.customer.insight;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.customer.StewardDesk;
import io.chancery.customer.registry.RecordName;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.Ucid;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where records came from and went to. */
@ApplicationScoped
public class LinkHistory {

    private final Sql sql;

    LinkHistory(Sql sql) {
        this.sql = sql;
    }

    /**
     * A record that moved.
     *
     * @param operation the act that moved it; null if it was the engine, after a change of a record
     * @param by who acted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MoveView(
            Instant at,
            RecordName record,
            @Nullable Ucid from,
            @Nullable Ucid to,
            String rule,
            String origin,
            @Nullable Act operation) {}

    /** A person's act, or a re-match. */
    public record Act(UUID id, String kind, String by, String reason) {}

    /** All moves to and from the customer and its aliases, the latest first. */
    public List<MoveView> of(Ucid ucid) {
        var text = """
                with family as (select alias.customer_id as id from current_customer
                        join current_customer as alias on alias.current_id = current_customer.current_id
                    where current_customer.ucid = ?)
                select moved_at, source, external_id, origin.ucid as from_ucid, target.ucid as to_ucid, rule, moved.origin,
                    operation.id as operation_id, operation.kind, operation.acted_by, operation.reason
                from link_history as moved left join customer as origin on origin.id = from_customer
                    left join customer as target on target.id = to_customer
                    left join link_operation as operation on operation.id = operation_id
                where from_customer in (select id from family) or to_customer in (select id from family)
                order by moved.id desc limit 1000
                """;
        return sql.run(text, statement -> {
            statement.setString(1, ucid.text());
            return Sql.rows(statement, LinkHistory::view);
        });
    }

    /** The same, without what only partners need. */
    public static StewardDesk.Move move(MoveView moved) {
        var act = moved.operation();
        return new StewardDesk.Move(
                moved.at(),
                moved.record().source(),
                moved.record().record(),
                moved.from(),
                moved.to(),
                moved.rule(),
                act == null
                        ? null
                        : new StewardDesk.Act(
                                act.id(), act.kind(), act.by(), act.reason(), moved.at(), null, false, List.of()));
    }

    private static MoveView view(ResultSet row) throws SQLException {
        var operation = row.getObject("operation_id", UUID.class);
        var act = operation == null || row.getString("kind") == null
                ? null
                : new Act(operation, row.getString("kind"), row.getString("acted_by"), row.getString("reason"));
        return new MoveView(
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                new RecordName(row.getString("source"), row.getString("external_id")),
                ucid(row.getString("from_ucid")),
                ucid(row.getString("to_ucid")),
                row.getString("rule"),
                row.getString("origin"),
                act);
    }

    private static @Nullable Ucid ucid(@Nullable String text) {
        return text == null ? null : new Ucid(text);
    }
}
