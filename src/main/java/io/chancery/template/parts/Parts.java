package io.chancery.template.parts;

import io.chancery.platform.Sql;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.VersionState;
import io.chancery.template.Workshop.Part;
import io.chancery.template.Workshop.Use;
import io.chancery.template.store.StepTable;
import io.chancery.template.store.UseTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** What is shared, and by whom. */
@ApplicationScoped
public class Parts {

    private final Sql sql;
    private final StepTable steps;
    private final UseTable uses;

    Parts(Sql sql, StepTable steps, UseTable uses) {
        this.sql = sql;
        this.steps = steps;
        this.uses = uses;
    }

    /** All of a kind, without their versions. */
    @Transactional
    public List<Part> list(Kind kind) {
        var users = uses.of(kind);
        var text = "select key from %s order by key".formatted(kind.code());
        var keys = sql.run(text, statement -> Sql.rows(statement, row -> row.getString(1)));
        return keys.stream()
                .map(key -> part(key, steps.history(new SourceKey(kind, key)), users.getOrDefault(key, List.of())))
                .map(part -> new Part(part.key(), part.version(), part.publishedAt(), part.usedBy(), null))
                .toList();
    }

    /** @throws PartException if there never was a version of it */
    @Transactional
    public Part get(SourceKey source) {
        var versions = steps.history(source);
        if (versions.isEmpty()) {
            throw PartException.unknown(source);
        }
        return part(source.key(), versions, uses.of(source));
    }

    private static Part part(String key, List<VersionState> versions, List<Use> usedBy) {
        var live = versions.stream().filter(VersionState::live).findFirst().orElse(null);
        return live == null
                ? new Part(key, null, null, usedBy, versions)
                : new Part(key, live.number(), live.from(), usedBy, versions);
    }
}
