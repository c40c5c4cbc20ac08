package io.chancery.template.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TemplateRepository implements PanacheRepositoryBase<TemplateEntity, String> {

    /** Lets one import at a time through until its transaction ends; readers are not kept waiting. */
    void lock() {
        getEntityManager()
                .createNativeQuery("lock table template in share row exclusive mode")
                .executeUpdate();
    }

    TemplateEntity add(String key) {
        var template = new TemplateEntity(key);
        persist(template);
        return template;
    }

    Optional<UUID> findLiveId(String key) {
        return find("select live.id from TemplateEntity where key = ?1 and live is not null", key)
                .project(UUID.class)
                .firstResultOptional();
    }

    List<UUID> listLiveIds(String after, int limit) {
        return find("select live.id from TemplateEntity where key > ?1 and live is not null order by key", after)
                .project(UUID.class)
                .page(Page.ofSize(limit))
                .list();
    }
}
