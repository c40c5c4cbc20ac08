package io.chancery.dispatch.person;

import io.chancery.platform.Sql;
import io.chancery.platform.person.OnTheWay;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.Wait;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Letters in the pool, which count as handed over, and in files that the printer does not have yet: they may still have to be
 * read, to make the file once more.
 */
@ApplicationScoped
class LettersOnTheWay implements OnTheWay {

    private static final String LEFT = """
            select place, count(*), string_agg(distinct run::text, ', ') from (
                select coalesce((select case when bool_or(batch.state = 'held') then 'print-held' else 'print-batch' end
                    from print_batch_piece as included join print_batch as batch
                        on batch.run = included.run and batch.number = included.batch
                    where included.run = letter.run and included.sequence = letter.piece
                        and batch.state in ('open', 'made', 'held') having count(*) > 0),
                    case when letter.run is null then 'print-pool' end) as place, letter.run
                from delivery join print_letter as letter on letter.delivery_id = delivery.id
                where customer_id = any (?) and left_out is null) as letters
            where place is not null group by place order by place
            """;

    private record Words(String german, String english) {}

    private static final Map<String, Words> WORDS = Map.of(
            "print-pool",
            new Words(
                    "Briefe, die auf den nächsten Drucklauf warten; sie gelten als übergeben. Nichts zu tun: Er kommt zu seiner"
                            + " Zeit. Soll es schneller gehen, schließt der Betrieb den Sammelkorb (POST /api/v1/print-runs).",
                    "Letters that wait for the next print run; they count as handed over. Nothing to do: it comes in its time."
                            + " To be faster, an operator closes the pool (POST /api/v1/print-runs)."),
            "print-batch",
            new Words(
                    "Briefe in Dateien, die noch nicht beim Drucker sind (Drucklauf %s). Nichts zu tun: Es wird von selbst"
                            + " wieder versucht.",
                    "Letters in files that the printer does not have yet (print run %s). Nothing to do: it is tried again by"
                            + " itself."),
            "print-held",
            new Words(
                    "Briefe in angehaltenen Dateien (Drucklauf %1$s). Der Betrieb muss den Fehler beheben und die Datei"
                            + " freigeben (GET /api/v1/print-runs/{Nummer} nennt ihn).",
                    "Letters in files that are held (print run %1$s). An operator has to mend what is wrong and let the file"
                            + " go (GET /api/v1/print-runs/{number} says what it is)."));

    private final Sql sql;

    LettersOnTheWay(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Wait> left(Person person) {
        return sql.run(LEFT, statement -> {
            Sql.setUuids(statement, 1, person.customers().stream());
            return Sql.rows(statement, LettersOnTheWay::wait);
        });
    }

    private static Wait wait(ResultSet row) throws SQLException {
        var code = row.getString(1);
        var words = WORDS.getOrDefault(code, new Words(code, code));
        var runs = String.valueOf(row.getString(3));
        return new Wait(
                code,
                row.getLong(2),
                words.german().formatted(runs),
                words.english().formatted(runs));
    }
}
