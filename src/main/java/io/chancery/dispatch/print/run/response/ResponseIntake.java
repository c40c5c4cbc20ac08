package io.chancery.dispatch.print.run.response;

import io.chancery.dispatch.print.manifest.Response;
import io.chancery.dispatch.print.manifest.ResponseFile;
import io.chancery.dispatch.print.printer.ResponseSource;
import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.dispatch.print.run.store.FaultTable.ResponseFault;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/** Reads the files that the printer leaves. A file is put away when all of it is stored, and read again otherwise. */
@ApplicationScoped
public class ResponseIntake {

    private static final Logger LOG = Logger.getLogger(ResponseIntake.class);
    private static final String ACKNOWLEDGED = ".ack";

    private final ResponseSource source;
    private final ResponseDesk desk;
    private final Acknowledgements acknowledgements;
    private final PrintRunSettings settings;
    private final Clock clock;

    ResponseIntake(
            ResponseSource source,
            ResponseDesk desk,
            Acknowledgements acknowledgements,
            PrintRunSettings settings,
            Clock clock) {
        this.source = source;
        this.desk = desk;
        this.acknowledgements = acknowledgements;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads every file that is there. */
    public void poll() {
        for (var name : source.list()) {
            try {
                take(name);
                source.archive(name);
            } catch (RuntimeException notStored) {
                LOG.warnf(notStored, "The printer's file %s could not be stored and will be read again", name);
            }
        }
    }

    private void take(String name) {
        if (name.endsWith(ACKNOWLEDGED)) {
            acknowledge(name);
            return;
        }
        var content = source.read(name);
        var file = ResponseFile.read(content, settings.zone());
        var bad = new ArrayList<>(file.badRows().stream()
                .map(row -> new ResponseFault(name, row.line(), row.problem(), clock.instant()))
                .toList());
        var known = new ArrayList<Response>();
        var deliveries = desk.deliveries(file.responses());
        for (var response : file.responses()) {
            var inPiece = deliveries.get(response.piece());
            if (inPiece == null) {
                bad.add(fault(name, "There is no piece " + response.piece() + " of ours, or no longer"));
            } else {
                desk.tell(response, inPiece);
                known.add(response);
            }
        }
        desk.note(known, Sha256.of(content), bad);
        LOG.infof("Read the printer's file %s: %d responses, %d bad rows", name, known.size(), bad.size());
    }

    private void acknowledge(String name) {
        if (!acknowledgements.acknowledge(name.substring(0, name.length() - ACKNOWLEDGED.length()))) {
            desk.note(List.of(), "", List.of(fault(name, "There is no batch of this name")));
        }
    }

    private ResponseFault fault(String name, String problem) {
        return new ResponseFault(name, null, problem, clock.instant());
    }
}
