package io.chancery.message.run.store;

import io.chancery.message.store.RunStage;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts lines on record as they arrive, each once. */
@ApplicationScoped
public class ArrivalTable {

    private static final String ARRIVED = """
            with arrived as (
                select ?::uuid as run_id, line, state, decode(hash, 'hex') as hash, content
                from unnest(?::bigint[], ?::text[], ?::text[], ?::text[]) as arrived (line, state, hash, content))
            """;

    private final Sql sql;

    ArrivalTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A line as it arrives.
     *
     * @param hash SHA-256 of what stands there, in hexadecimal digits
     * @param content null if it could not be read
     */
    public record Arrived(long line, String hash, @Nullable String content) {

        public RunStage stage() {
            return content == null ? RunStage.REFUSED : RunStage.WAITING;
        }
    }

    /** Adds lines in the caller's transaction, and returns those that were not there. */
    public Set<Long> insert(UUID runId, List<Arrived> arrived) {
        return lines("""
                insert into run_item (run_id, line, state, hash, content)
                select run_id, line, state, hash, content from arrived
                on conflict do nothing returning line
                """, runId, arrived);
    }

    /** Which of these lines are on record as they arrive. */
    public Set<Long> repeated(UUID runId, List<Arrived> arrived) {
        return lines("""
                select line from arrived join run_item as item using (run_id, line) where item.hash = arrived.hash
                """, runId, arrived);
    }

    /** Puts what arrives in the place of refused lines, in the caller's transaction, and returns these. */
    public Set<Long> correct(UUID runId, List<Arrived> arrived) {
        return lines("""
                update run_item as item set state = arrived.state, hash = arrived.hash, content = arrived.content
                from arrived
                where item.run_id = arrived.run_id and item.line = arrived.line and item.state = 'refused'
                returning item.line
                """, runId, arrived);
    }

    private Set<Long> lines(String text, UUID runId, List<Arrived> arrived) {
        return sql.run(ARRIVED + text, statement -> {
            statement.setObject(1, runId);
            Sql.setBigints(statement, 2, arrived.stream().map(Arrived::line));
            Sql.setTexts(statement, 3, arrived.stream().map(one -> one.stage().code()));
            Sql.setTexts(statement, 4, arrived.stream().map(Arrived::hash));
            Sql.setTexts(statement, 5, arrived.stream().map(Arrived::content));
            return Set.copyOf(Sql.rows(statement, row -> row.getLong(1)));
        });
    }
}
