package io.chancery.template.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class BrandVersionRepository implements PanacheRepositoryBase<BrandVersionEntity, UUID> {

    Optional<BrandVersionEntity> findLatest(String brand) {
        return find("brand = ?1 order by number desc", brand).firstResultOptional();
    }
}
