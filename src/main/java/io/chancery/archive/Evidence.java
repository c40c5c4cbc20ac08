package io.chancery.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.chancery.archive.check.Checks;
import io.chancery.archive.check.DeliveryCheck;
import io.chancery.archive.check.Finding;
import io.chancery.archive.export.Export;
import io.chancery.archive.export.ExportRequest;
import io.chancery.archive.export.ExportStatus;
import io.chancery.archive.export.Exports;
import io.chancery.archive.proof.LeafProof;
import io.chancery.archive.proof.ProofException;
import io.chancery.archive.proof.Proofs;
import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditLog;
import io.chancery.platform.request.BodyFields;
import io.chancery.platform.security.ApiClient;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What proves that nothing in the archive was altered, to us and to others: proofs, checks and exports. */
@ApplicationScoped
public class Evidence {

    private final Proofs proofs;
    private final DeliveryCheck deliveryCheck;
    private final Checks checks;
    private final Exports exports;

    Evidence(Proofs proofs, DeliveryCheck deliveryCheck, Checks checks, Exports exports) {
        this.proofs = proofs;
        this.deliveryCheck = deliveryCheck;
        this.checks = checks;
        this.exports = exports;
    }

    /**
     * What a check came to.
     *
     * @param leaves how many the log has, all of which were compared with the tree and its checkpoints
     * @param rows how many were read again and compared with their leaves
     * @param count how many findings there are
     * @param findings the first thousand of them
     */
    public record CheckReport(
            UUID id, Instant begunAt, Instant endedAt, long leaves, long rows, long count, List<Finding> findings) {}

    /**
     * An export for its caller.
     *
     * @param deliveries how many of them are read
     * @param size of the ZIP in bytes, once it is ready
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "Export")
    public record ExportView(
            UUID id,
            ExportStatus status,
            Instant requestedAt,
            String requestedBy,
            ExportRequest of,
            long deliveries,
            @Nullable Long size) {

        /** Whether it is still being made. */
        public boolean underWay() {
            return !List.of(ExportStatus.READY, ExportStatus.OUTDATED, ExportStatus.FAILED)
                    .contains(status);
        }

        public static ExportView of(Export export) {
            var scope = export.scope();
            var query = scope.query().isEmpty() ? null : scope.query();
            return new ExportView(
                    export.id(),
                    export.status(),
                    export.requestedAt(),
                    export.requestedBy(),
                    new ExportRequest(scope.messageId(), scope.from(), scope.to(), query),
                    export.plan().deliveries(),
                    export.status() == ExportStatus.READY ? export.size() : null);
        }
    }

    /**
     * Everything about one delivery, and the last checkpoint, whose root each path leads to.
     *
     * @param checkpoint the signed note; null before the first
     */
    public record DeliveryProof(UUID deliveryId, @Nullable String checkpoint, List<LeafProof> leaves) {}

    /** What came of checking all that is on record of one delivery, here and now, step by step. */
    public record Verification(UUID deliveryId, List<Step> steps) {

        /** Whether nothing is wrong; what is too young to be proved is not. */
        public boolean isSound() {
            return steps.stream().noneMatch(step -> step.verdict() == Verdict.BROKEN);
        }

        /** Whether all that can be proved is: nothing waits for a checkpoint. */
        public boolean isComplete() {
            return steps.stream().noneMatch(step -> step.verdict() == Verdict.PENDING);
        }
    }

    /**
     * One step of it.
     *
     * @param count how many rows, leaves or signatures were looked at
     * @param detail what is wrong, or who signed; empty if there is nothing to say
     * @param at of a time-stamp or a checkpoint; else null
     */
    public record Step(
            Kind kind,
            Verdict verdict,
            long count,
            String detail,
            @Nullable Instant at) {

        /** What is looked at. */
        public enum Kind {
            ROWS,
            INCLUSION,
            SIGNATURE,
            TIME_STAMP
        }
    }

    /** What a step came to. */
    public enum Verdict {
        HOLDS,
        BROKEN,
        /** The next checkpoint proves it. */
        PENDING,
        /** Nobody has set it up. */
        ABSENT
    }

    /**
     * Each row of a delivery as a leaf of the log.
     *
     * @throws ProblemException if nothing is on record of it
     */
    public DeliveryProof proof(UUID deliveryId) {
        return proofs.of(deliveryId).orElseThrow(ProofException::unknownDelivery);
    }

    /**
     * Checks all that is on record of a delivery, as somebody does who has the proof.
     *
     * @throws ProblemException if nothing is
     */
    public Verification verify(UUID deliveryId) {
        return deliveryCheck.verify(proof(deliveryId));
    }

    /** What checks came to, the newest first. */
    public List<CheckReport> checks(int limit) {
        return checks.newest(limit);
    }

    /** Whether this node is checking everything. */
    public boolean isChecking() {
        return checks.isRunning();
    }

    /**
     * Begins to check everything.
     *
     * @throws ProblemException if this node is at it already
     */
    public void check() {
        checks.begin();
    }

    /** Asks for an export of what the order names, which is made in the background. */
    public ExportView order(BodyFields order, SecurityIdentity caller) {
        var scope = ExportRequest.read(order, ApiClient.isTest(caller));
        var export = exports.request(scope, caller.getPrincipal().getName());
        AuditLog.about(export.id());
        return ExportView.of(export);
    }

    /** Newest first, those before one. */
    public List<ExportView> exports(SecurityIdentity caller, @Nullable UUID after, int limit) {
        return exports.list(ApiClient.isTest(caller), after, limit).stream()
                .map(ExportView::of)
                .toList();
    }

    /** @throws ProblemException if there is no such export */
    public ExportView export(UUID id, SecurityIdentity caller) {
        return ExportView.of(exports.get(id, ApiClient.isTest(caller)));
    }
}
