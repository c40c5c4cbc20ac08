package io.chancery.platform.database;

import io.chancery.platform.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Says at start that what is on record has no wall, and what an administrator has to do to get one. */
@ApplicationScoped
class WallCheck {

    private static final Logger LOG = Logger.getLogger(WallCheck.class);

    private static final String QUESTION = """
            select current_user, case when to_regrole('chancery_app') is null then 'create' else 'alter' end,
                quote_ident(current_database()) as database
            where has_table_privilege('event', 'update') or has_table_privilege('event', 'delete')
                or has_table_privilege('event', 'truncate')
            """;

    private final Sql sql;

    WallCheck(Sql sql) {
        this.sql = sql;
    }

    void warn(@Observes StartupEvent event) {
        advice().forEach(LOG::warn);
    }

    /** None where the wall stands. */
    private List<String> advice() {
        return sql.run(
                QUESTION,
                question -> Sql.rows(
                        question,
                        row ->
                                ("Chancery connects to PostgreSQL as «%s», who may change what was sent, and delete it. So that"
                                                + " the database refuses that, let an administrator run: %s role chancery_app login"
                                                + " password '…'; revoke temporary on database %s from public; Then set"
                                                + " QUARKUS_DATASOURCE_USERNAME to chancery_app and _PASSWORD to that password, and"
                                                + " QUARKUS_FLYWAY_USERNAME and _PASSWORD to what these are now")
                                        .formatted(row.getString(1), row.getString(2), row.getString(3))));
    }
}
