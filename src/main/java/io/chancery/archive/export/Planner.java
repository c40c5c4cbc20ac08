package io.chancery.archive.export;

import io.chancery.archive.DeliverySelection;
import io.chancery.archive.DeliverySelection.Scope;
import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.Measure;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.evidence.RowLine;
import io.chancery.archive.evidence.ZipForm;
import io.chancery.archive.export.dossier.Dossier;
import io.chancery.archive.export.dossier.DossierFiles;
import io.chancery.archive.seal.Sealing;
import io.chancery.platform.work.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Plans an export step by step. Each step is one transaction that goes on where the one before has ended, so that one that
 * was killed is made again, and nothing is planned twice.
 */
@ApplicationScoped
class Planner {

    private static final int DELIVERIES = 100;

    private static final List<String> FIRST =
            List.of(EvidenceNames.README_GERMAN, EvidenceNames.README, EvidenceNames.VERIFIER);
    /** The manifest and its signature are about all that stand before them. */
    private static final List<String> LAST = List.of(
            EvidenceNames.DTD,
            EvidenceNames.TABLE,
            EvidenceNames.PAGE,
            EvidenceNames.TABLE_DESCRIPTION,
            EvidenceNames.CHECKPOINTS,
            EvidenceNames.KEY,
            EvidenceNames.MANIFEST,
            EvidenceNames.NOTE);

    private final ExportTable exports;
    private final PlanTable plan;
    private final ExportContents contents;
    private final DeliverySelection selection;
    private final Sealing sealing;
    private final Transactions transactions;

    Planner(
            ExportTable exports,
            PlanTable plan,
            ExportContents contents,
            DeliverySelection selection,
            Sealing sealing,
            Transactions transactions) {
        this.exports = exports;
        this.plan = plan;
        this.contents = contents;
        this.selection = selection;
        this.sealing = sealing;
        this.transactions = transactions;
    }

    /** Makes the next step; whether it could be made now. */
    boolean step(Export export) throws IOException {
        switch (export.status()) {
            case REQUESTED -> {
                return begin(export);
            }
            case SELECTING -> select(export);
            case READING -> read(export);
            case FINISHING -> finish(export);
            case READY, OUTDATED, FAILED -> throw new IllegalArgumentException("It is " + export.status());
        }
        return true;
    }

    private boolean begin(Export export) {
        var checkpoint = sealing.covering(export.tx());
        checkpoint.ifPresent(row -> save(
                export,
                export.upTo(row.no()),
                // It is the first that covers its last leaf; all ways lead to it.
                () -> plan.addCheckpoints(export.id(), List.of(row.size() - 1))));
        return checkpoint.isPresent();
    }

    private void select(Export export) {
        var page = selection.select(export.scope(), export.plan().reached());
        var status = page.next() == null ? ExportStatus.READING : ExportStatus.SELECTING;
        save(export, export.with(status, export.plan().reaching(page.next())), () -> {
            plan.addDeliveries(export.id(), page.ids());
            if (page.next() == null) {
                addDeleted(export.id(), export.scope());
            }
        });
    }

    private void addDeleted(UUID exportId, Scope scope) {
        if (scope.messageId() == null) {
            selection.whole(scope).ifPresent(period -> plan.addDeleted(exportId, period, scope.test()));
        } else {
            plan.addDeleted(exportId, scope.messageId(), scope.test());
        }
    }

    private void read(Export export) throws IOException {
        var ids = plan.deliveries(export.id(), export.plan().reached(), DELIVERIES);
        var session = contents.open(export);
        var files = new ArrayList<PackedFile>();
        if (export.plan().files() == 0) {
            for (var name : FIRST) {
                files.add(session.measure(name));
            }
        }
        var positions = new ArrayList<Long>();
        for (var id : ids) {
            var dossier = session.dossiers(List.of(id)).get(0);
            positions.addAll(positions(dossier));
            for (var file : DossierFiles.of(dossier).entrySet()) {
                files.add(Measure.of(file.getKey(), out -> out.write(file.getValue())));
            }
        }
        boolean more = ids.size() == DELIVERIES;
        var next = appended(export, files).withDeliveries(ids.size()).reaching(more ? ids.get(ids.size() - 1) : null);
        save(export, export.with(more ? ExportStatus.READING : ExportStatus.FINISHING, next), () -> {
            plan.addCheckpoints(export.id(), positions);
            addFiles(export, files);
        });
    }

    private static List<Long> positions(Dossier dossier) {
        return dossier.rows().stream()
                .map(RowLine::position)
                .filter(position -> position >= 0)
                .toList();
    }

    private void finish(Export export) throws IOException {
        int done = LAST.indexOf(plan.lastFile(export.id()).orElseThrow().file().name()) + 1;
        var files = List.of(contents.open(export).measure(LAST.get(done)));
        boolean more = done + 1 < LAST.size();
        save(
                export,
                export.with(more ? ExportStatus.FINISHING : ExportStatus.READY, appended(export, files)),
                () -> addFiles(export, files));
    }

    private static Export.Plan appended(Export export, List<PackedFile> files) {
        var planned = export.plan();
        for (var file : files) {
            planned = planned.withFile(file.packedSize(), ZipForm.central(file, planned.tableOffset()).length);
        }
        return planned;
    }

    private void addFiles(Export export, List<PackedFile> files) {
        long start = export.plan().tableOffset();
        for (var file : files) {
            plan.addFile(export.id(), start, file);
            start += file.packedSize();
        }
    }

    private void save(Export before, Export after, Runnable planned) {
        transactions.run(() -> {
            planned.run();
            if (!exports.update(before, after)) {
                throw new IllegalStateException("Somebody else has gone on with export " + before.id());
            }
        });
    }
}
