package io.chancery.customer.registry;

import io.chancery.customer.matching.MatchModel;
import io.chancery.platform.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/** The model in force: the latest that was learnt, else the one that comes along. Each node keeps it until it changes. */
@ApplicationScoped
public class Models {

    /**
     * A model and where it stands in the line of models.
     *
     * @param version 0 for the one that comes along
     * @param records how many records it was learnt from
     */
    public record Current(int version, long records, MatchModel model) {}

    private static final Current FIRST = new Current(0, 0, MatchModel.initial());

    private final Sql sql;
    private final Clock clock;
    private volatile Current latest = FIRST;

    Models(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The model in force, as the caller's transaction sees it. */
    public Current current() {
        var known = latest;
        int version = sql.run(
                "select coalesce(max(version), 0) from match_model",
                statement -> Sql.rows(statement, row -> row.getInt(1)).get(0));
        if (version != known.version()) {
            known = version == 0 ? FIRST : read(version);
            latest = known;
        }
        return known;
    }

    private Current read(int version) {
        return sql.run("select version, records, model from match_model where version = ?", statement -> {
            statement.setInt(1, version);
            return Sql.rows(
                            statement,
                            row -> new Current(row.getInt(1), row.getLong(2), MatchModel.parse(row.getString(3))))
                    .get(0);
        });
    }

    /** Puts a model in force, for everybody once the caller's transaction is committed. */
    public void adopt(MatchModel model, long records) {
        var text = "insert into match_model (version, model, records, learnt_at) values (?, ?::jsonb, ?, ?)";
        int version = current().version() + 1;
        sql.run(text, statement -> {
            statement.setInt(1, version);
            statement.setString(2, model.json());
            statement.setLong(3, records);
            statement.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }
}
