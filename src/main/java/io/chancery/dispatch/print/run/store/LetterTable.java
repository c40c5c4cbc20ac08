package io.chancery.dispatch.print.run.store;

import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.Letter;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Letters: those that wait in the pool, and those that have a place in a print run. */
@ApplicationScoped
public class LetterTable {

    private final Sql sql;

    LetterTable(Sql sql) {
        this.sql = sql;
    }

    /** Puts a letter into the pool; one that is there already stays as it is. */
    public void insert(Letter letter, Instant at) {
        var text = "insert into print_letter (" + LetterRow.COLUMNS
                + ", pooled_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (delivery_id) do nothing";
        sql.run(text, statement -> {
            int last = LetterRow.set(statement, letter);
            statement.setObject(last + 1, at.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    /** When the letter came that has waited in the pool for longest. */
    public Optional<Instant> oldestPooled() {
        return sql.run(
                "select min(pooled_at) from print_letter where run is null having min(pooled_at) is not null",
                statement -> Sql.rows(
                                statement,
                                row -> row.getObject(1, OffsetDateTime.class).toInstant())
                        .stream()
                        .findFirst());
    }

    /** The letters that came before a moment, oldest first, locked until the end of the caller's transaction. */
    public List<Letter> lockPooled(Instant before, int limit) {
        var text = "select " + LetterRow.COLUMNS + """
                 from print_letter where run is null and pooled_at < ?
                order by pooled_at, delivery_id limit ? for update
                """;
        return sql.run(text, statement -> {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setInt(2, limit);
            return Sql.rows(statement, LetterRow::read);
        });
    }

    /** Gives the letters of a print run their pieces. */
    public void assign(int run, List<Group> groups) {
        var pieces = new HashMap<UUID, Integer>();
        groups.forEach(group -> group.pieces()
                .forEach(numbered -> numbered.piece()
                        .letters()
                        .forEach(letter ->
                                pieces.put(letter.delivery(), numbered.id().sequence()))));
        var text = """
                update print_letter as letter set run = ?, piece = place.piece
                from unnest(?::uuid[], ?::integer[]) as place (delivery_id, piece)
                where letter.delivery_id = place.delivery_id
                """;
        var order = List.copyOf(pieces.keySet());
        sql.run(text, statement -> {
            statement.setInt(1, run);
            Sql.setUuids(statement, 2, order.stream());
            var places = order.stream().map(pieces::get).toArray();
            statement.setArray(3, statement.getConnection().createArrayOf("integer", places));
            return statement.executeUpdate();
        });
    }

    /** Takes a letter out of its envelope, in the caller's transaction; the batch needs to be made without it. */
    public void leaveOut(UUID delivery, String problem) {
        sql.run("update print_letter set left_out = ? where delivery_id = ?", statement -> {
            statement.setString(1, problem);
            statement.setObject(2, delivery);
            return statement.executeUpdate();
        });
    }

    /** Which deliveries are in these pieces; pieces that we do not know are missing. */
    public Map<PieceId, Set<UUID>> deliveries(Collection<PieceId> pieces) {
        var text = """
                select run, piece, delivery_id from print_letter
                where (run, piece) in (select * from unnest(?::integer[], ?::integer[])) and left_out is null
                """;
        var asked = List.copyOf(pieces);
        return sql.run(text, statement -> {
            var connection = statement.getConnection();
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "integer", asked.stream().map(PieceId::run).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", asked.stream().map(PieceId::sequence).toArray()));
            return Sql.rows(
                            statement,
                            row -> Map.entry(PieceId.of(row.getInt(1), row.getInt(2)), row.getObject(3, UUID.class)))
                    .stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(HashSet::new))));
        });
    }

    /** Deletes the letters of a print run. */
    public int delete(int run) {
        return sql.run("delete from print_letter where run = ?", statement -> {
            statement.setInt(1, run);
            return statement.executeUpdate();
        });
    }
}
