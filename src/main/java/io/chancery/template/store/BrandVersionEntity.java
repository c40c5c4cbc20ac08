package io.chancery.template.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "brand_version")
class BrandVersionEntity {

    @Id
    UUID id;

    @Column
    String brand;

    @Column
    int number;

    @Column
    byte[] digest;

    @ManyToMany
    @JoinTable(
            name = "brand_version_file",
            joinColumns = @JoinColumn(name = "brand_version_id"),
            inverseJoinColumns = @JoinColumn(name = "file_id"))
    @MapKeyColumn(name = "path")
    Map<String, SourceFileEntity> files;

    @Column(name = "published_at")
    Instant publishedAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected BrandVersionEntity() {}

    BrandVersionEntity(
            UUID id, String brand, int number, SortedMap<String, SourceFileEntity> files, Instant publishedAt) {
        this.id = id;
        this.brand = brand;
        this.number = number;
        this.digest = Digest.of(files);
        this.files = files;
        this.publishedAt = publishedAt;
    }
}
