package io.chancery.template.store;

import io.chancery.template.source.TemplateSource;
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
@Table(name = "template_version")
class TemplateVersionEntity {

    @Id
    UUID id;

    @Column
    String template;

    @Column
    int number;

    @Column
    byte[] digest;

    @Column(name = "class")
    String messageClass;

    @Column
    String purpose;

    @Column
    String initiation;

    @Column(name = "document_class")
    String documentClass;

    @Column(name = "brand_version_id")
    UUID brandVersionId;

    @ManyToMany
    @JoinTable(
            name = "template_version_file",
            joinColumns = @JoinColumn(name = "template_version_id"),
            inverseJoinColumns = @JoinColumn(name = "file_id"))
    @MapKeyColumn(name = "path")
    Map<String, SourceFileEntity> files;

    @Column(name = "created_at")
    Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected TemplateVersionEntity() {}

    TemplateVersionEntity(
            UUID id,
            int number,
            TemplateSource source,
            SortedMap<String, SourceFileEntity> files,
            VersionTable.Version brand,
            Instant createdAt) {
        this.id = id;
        this.template = source.key();
        this.number = number;
        this.digest = Digest.of(Digest.of(files), brand.digest());
        this.messageClass = source.settings().messageClass().code();
        this.purpose = source.settings().purpose().code();
        this.initiation = source.initiation();
        this.documentClass = source.settings().retention();
        this.brandVersionId = brand.id();
        this.files = files;
        this.createdAt = createdAt;
    }
}
