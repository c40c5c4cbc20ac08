package io.chancery.customer.registry;

import io.chancery.customer.resolve.Question;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What stewards are asked. */
@ApplicationScoped
class DoubtTable {

    private final Sql sql;
    private final IdGenerator ids;

    DoubtTable(Sql sql, IdGenerator ids) {
        this.sql = sql;
        this.ids = ids;
    }

    /**
     * Makes the questions about records those that are open now; one that was asked before keeps its id.
     *
     * @param known the records that something may have been asked about
     */
    void replace(Collection<UUID> known, Collection<Question> questions, Instant at) {
        if (!known.isEmpty()) {
            delete(known, questions);
        }
        if (!questions.isEmpty()) {
            put(List.copyOf(questions), at);
        }
    }

    long count(UUID record) {
        return sql.run("select count(*) from match_candidate where ? in (record_a, record_b)", statement -> {
            statement.setObject(1, record);
            return Sql.rows(statement, row -> row.getLong(1)).get(0);
        });
    }

    /** Makes all questions those of the list. */
    void replaceAll(List<Question> questions, Instant at) {
        var text = "delete from match_candidate where (record_a, record_b) not in"
                + " (select * from unnest(?::uuid[], ?::uuid[]))";
        sql.run(text, statement -> {
            Sql.setUuids(
                    statement,
                    1,
                    questions.stream().map(question -> question.pair().a()));
            Sql.setUuids(
                    statement,
                    2,
                    questions.stream().map(question -> question.pair().b()));
            return statement.executeUpdate();
        });
        if (!questions.isEmpty()) {
            put(questions, at);
        }
    }

    private void delete(Collection<UUID> records, Collection<Question> kept) {
        var text = """
                delete from match_candidate where (record_a = any (?) or record_b = any (?))
                    and (record_a, record_b) not in (select * from unnest(?::uuid[], ?::uuid[]))
                """;
        sql.run(text, statement -> {
            Sql.setUuids(statement, 1, records.stream());
            Sql.setUuids(statement, 2, records.stream());
            Sql.setUuids(
                    statement, 3, kept.stream().map(question -> question.pair().a()));
            Sql.setUuids(
                    statement, 4, kept.stream().map(question -> question.pair().b()));
            return statement.executeUpdate();
        });
    }

    private void put(List<Question> questions, Instant at) {
        var text = """
                insert into match_candidate as asked (id, record_a, record_b, kind, weight, opened_at)
                select id, record_a, record_b, kind, weight, ?
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::real[])
                    as question (id, record_a, record_b, kind, weight)
                on conflict (record_a, record_b) do update set kind = excluded.kind, weight = excluded.weight
                where (asked.kind, asked.weight) is distinct from (excluded.kind, excluded.weight)
                """;
        sql.run(text, statement -> {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            Sql.setUuids(statement, 2, questions.stream().map(question -> ids.next()));
            Sql.setUuids(
                    statement,
                    3,
                    questions.stream().map(question -> question.pair().a()));
            Sql.setUuids(
                    statement,
                    4,
                    questions.stream().map(question -> question.pair().b()));
            Sql.setTexts(
                    statement,
                    5,
                    questions.stream().map(question -> question.kind().code()));
            Sql.setReals(statement, 6, questions.stream().map(Question::weight));
            return statement.executeUpdate();
        });
    }
}
