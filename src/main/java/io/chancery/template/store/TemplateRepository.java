package io.chancery.template.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

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
}
