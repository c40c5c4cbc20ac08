package io.chancery.template.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TemplateVersionRepository implements PanacheRepositoryBase<TemplateVersionEntity, UUID> {

    List<TemplateVersionEntity> listNewestFirst(String template) {
        return list("template = ?1 order by number desc", template);
    }

    int lastNumber(String template) {
        return find("select coalesce(max(number), 0) from TemplateVersionEntity where template = ?1", template)
                .project(Integer.class)
                .singleResult();
    }
}
