package io.chancery.template.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "template")
class TemplateEntity {

    @Id
    @Column
    String key;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "imported_version_id")
    @Nullable
    TemplateVersionEntity imported;

    @SuppressWarnings("NullAway.Init") // filled by Hibernate
    protected TemplateEntity() {}

    TemplateEntity(String key) {
        this.key = key;
    }
}
