package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.chancery.template.source.TemplateSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.SortedMap;
import java.util.UUID;

@ApplicationScoped
class TemplateVersionRepository implements PanacheRepositoryBase<TemplateVersionEntity, UUID> {

    private final IdGenerator ids;
    private final Clock clock;

    TemplateVersionRepository(IdGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes the next version of a template. */
    TemplateVersionEntity add(
            TemplateSource source, SortedMap<String, SourceFileEntity> files, VersionTable.Version brand) {
        return add(lastNumber(source.key()) + 1, source, files, brand);
    }

    /** Makes one that has no number, so that it is never live. */
    TemplateVersionEntity addTrial(
            TemplateSource source, SortedMap<String, SourceFileEntity> files, VersionTable.Version brand) {
        return add(0, source, files, brand);
    }

    private TemplateVersionEntity add(
            int number, TemplateSource source, SortedMap<String, SourceFileEntity> files, VersionTable.Version brand) {
        var version = new TemplateVersionEntity(ids.next(), number, source, files, brand, clock.instant());
        persistAndFlush(version);
        return version;
    }

    private int lastNumber(String template) {
        return find("select coalesce(max(number), 0) from TemplateVersionEntity where template = ?1", template)
                .project(Integer.class)
                .singleResult();
    }
}
