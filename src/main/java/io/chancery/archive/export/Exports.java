package io.chancery.archive.export;

import io.chancery.archive.DeliverySelection;
import io.chancery.archive.DeliverySelection.Scope;
import io.chancery.archive.export.ExportContents.OutdatedException;
import io.chancery.platform.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports of the archive: asked for, looked at, downloaded. */
@ApplicationScoped
public class Exports {

    private final ExportTable table;
    private final PlanTable plan;
    private final ExportContents contents;
    private final DeliverySelection selection;
    private final IdGenerator ids;
    private final Clock clock;

    Exports(
            ExportTable table,
            PlanTable plan,
            ExportContents contents,
            DeliverySelection selection,
            IdGenerator ids,
            Clock clock) {
        this.table = table;
        this.plan = plan;
        this.contents = contents;
        this.selection = selection;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for an export, which is made in the background.
     *
     * @param by who asks
     */
    @Transactional
    public Export request(Scope scope, String by) {
        // Of a message whose deliveries are all gone, the deletion records alone know that there were some.
        if (scope.messageId() == null || !plan.isDeleted(scope.messageId(), scope.test())) {
            selection.require(scope);
        }
        var id = ids.next();
        table.insert(id, clock.instant(), by, scope);
        return table.find(id).orElseThrow();
    }

    /** @throws ExportException if there is none, or only one of the other kind */
    public Export get(UUID id, boolean test) {
        return table.find(id).filter(export -> export.scope().test() == test).orElseThrow(ExportException::unknown);
    }

    /** Newest first. */
    public List<Export> list(boolean test, @Nullable UUID after, int limit) {
        return table.list(test, after, limit);
    }

    /** @throws ExportException unless it can be downloaded */
    public Export getReady(UUID id, boolean test) {
        var export = get(id, test);
        if (export.status() == ExportStatus.OUTDATED) {
            throw ExportException.outdated();
        }
        if (export.status() != ExportStatus.READY) {
            throw ExportException.notReady();
        }
        return export;
    }

    /** Writes a part of it. */
    public void write(Export export, ByteRange range, OutputStream out) throws IOException {
        try {
            new ExportStream(export, plan, contents.open(export)).write(range, out);
        } catch (OutdatedException e) {
            table.end(export.id(), ExportStatus.OUTDATED);
            throw e;
        }
    }
}
