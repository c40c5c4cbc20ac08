package io.chancery.template.store;

import io.chancery.platform.IdGenerator;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

@ApplicationScoped
class BrandVersionRepository implements PanacheRepositoryBase<BrandVersionEntity, UUID> {

    private final IdGenerator ids;
    private final Clock clock;

    BrandVersionRepository(IdGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The next version of a brand, which is not kept yet. */
    BrandVersionEntity next(
            String brand, SortedMap<String, SourceFileEntity> files, Optional<BrandVersionEntity> before) {
        int number = before.map(version -> version.number).orElse(0) + 1;
        return new BrandVersionEntity(ids.next(), brand, number, files, clock.instant());
    }

    /** The latest version of every brand. */
    List<BrandVersionEntity> listLatest() {
        return list("from BrandVersionEntity version where version.number ="
                + " (select max(other.number) from BrandVersionEntity other where other.brand = version.brand)");
    }

    Optional<BrandVersionEntity> findLatest(String brand) {
        return find("brand = ?1 order by number desc", brand).firstResultOptional();
    }
}
