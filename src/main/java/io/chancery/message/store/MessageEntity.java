package io.chancery.message.store;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The row of a message, which says what was asked for and never changes. */
@Entity
@Table(name = "message")
public class MessageEntity {

    @Id
    public UUID id;

    @Column(name = "client_id", updatable = false)
    public UUID clientId;

    @Column(name = "customer_id", updatable = false)
    public UUID customerId;

    @Column(updatable = false)
    public String ucid;

    @Column(name = "template_version_id", updatable = false)
    public UUID templateVersionId;

    @Column(updatable = false)
    public String template;

    @Column(name = "class", updatable = false)
    public String messageClass;

    @Column(updatable = false)
    public String reference;

    @Column(updatable = false)
    public String language;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(updatable = false)
    public String @Nullable [] channels;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    public JsonNode data;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    public JsonNode metadata;

    /** The run that it is part of; null if it was asked for by itself. */
    @Column(name = "run_id", updatable = false)
    public @Nullable UUID runId;

    @Column(name = "run_line", updatable = false)
    public @Nullable Long runLine;
    /** Whether it came with a test key and is never really sent. */
    @Column(updatable = false)
    public boolean test;

    @Column(name = "send_at", updatable = false)
    public Instant sendAt;

    @Column(name = "expires_at", updatable = false)
    public @Nullable Instant expiresAt;

    @Column(name = "created_at", updatable = false)
    public Instant createdAt;

    /** The caller's place in a trace (W3C Trace Context). */
    @Column(updatable = false)
    public @Nullable String traceparent;
}
