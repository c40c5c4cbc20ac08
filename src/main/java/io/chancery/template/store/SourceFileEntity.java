package io.chancery.template.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

@Entity
@Immutable
@Table(name = "source_file")
class SourceFileEntity {

    @Id
    UUID id;

    @Column
    byte[] sha256;

    @Column
    byte[] content;

    protected SourceFileEntity() {}

    SourceFileEntity(UUID id, byte[] sha256, byte[] content) {
        this.id = id;
        this.sha256 = sha256;
        this.content = content;
    }
}
