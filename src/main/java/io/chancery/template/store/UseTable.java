package io.chancery.template.store;

import io.chancery.platform.Sql;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop.Use;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** Which live templates use which blocks and brands, and in which version. Every call needs a transaction of its caller. */
@ApplicationScoped
public class UseTable {

    /** Versions that are alike count as the live one of them, or as the newest that was published. */
    private static final String BLOCKS = """
            select file.part, version.template, version.number, pinned.number as pinned, pinned.live
            from template_version as version
                join (select template_version_id, file_id, substring(path from '^blocks/(.*)[.]html$') as part
                      from template_version_file where path like 'blocks/%') as file on template_version_id = version.id
                left join lateral (
                    select number, id = any (?) as live
                    from block_version_file as kept join block_version as same on same.id = block_version_id
                    where kept.file_id = file.file_id and block = file.part
                        and exists (select from block_step where version_id = same.id and kind = 'published')
                    order by live desc, number desc limit 1) as pinned on true
            where version.id = any (?) order by version.template
            """;

    private static final String BRANDS = """
            select brand.brand as part, version.template, version.number, pinned.number as pinned, pinned.live
            from template_version as version join brand_version as brand on brand.id = brand_version_id
                left join lateral (
                    select number, id = any (?) as live from brand_version as same
                    where same.brand = brand.brand and same.digest = brand.digest
                        and exists (select from brand_step where version_id = same.id and kind = 'published')
                    order by live desc, number desc limit 1) as pinned on true
            where version.id = any (?) order by version.template
            """;

    private final Sql sql;
    private final StepTable steps;

    UseTable(Sql sql, StepTable steps) {
        this.sql = sql;
        this.steps = steps;
    }

    /** Who uses one part. */
    public List<Use> of(SourceKey part) {
        return of(part.kind()).getOrDefault(part.key(), List.of());
    }

    /** Who uses each part of a kind, by its key. */
    public Map<String, List<Use>> of(Kind kind) {
        return of(kind, steps.listLiveIds(Kind.TEMPLATE, "", Integer.MAX_VALUE));
    }

    /** Which version of each block a version of a template pins, by the block's name. */
    public SortedMap<String, Integer> blocks(UUID template) {
        var pins = new TreeMap<String, Integer>();
        of(Kind.BLOCK, List.of(template))
                .forEach((block, uses) -> pins.put(block, uses.get(0).pins()));
        return pins;
    }

    private Map<String, List<Use>> of(Kind kind, List<UUID> templates) {
        var parts = steps.listLiveIds(kind, "", Integer.MAX_VALUE);
        var uses = new HashMap<String, List<Use>>();
        sql.run(kind == Kind.BLOCK ? BLOCKS : BRANDS, statement -> {
            Sql.setUuids(statement, 1, parts.stream());
            Sql.setUuids(statement, 2, templates.stream());
            return Sql.rows(
                    statement,
                    row -> uses.computeIfAbsent(row.getString("part"), key -> new ArrayList<>())
                            .add(use(row)));
        });
        return uses;
    }

    private static Use use(ResultSet row) throws SQLException {
        return new Use(row.getString("template"), row.getInt("number"), row.getInt("pinned"), row.getBoolean("live"));
    }
}
