package io.chancery.dispatch.print.printer;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Sides;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An office printer that speaks IPP (RFC 8011) and understands PDF.
 *
 * @param printer such as {@code ipp://printer.example.org/ipp/print}
 */
public record IppTarget(URI printer) implements PrintTarget {

    private static final String PDF = "application/pdf";
    private static final String USER = "chancery";
    private static final int SUCCESSFUL_BELOW = 0x100;
    private static final int SERVER_ERROR = 0x500;

    private static final Map<JobState, PrintJob> STATES = Map.of(
            JobState.pending, PrintJob.WAITING,
            JobState.pendingHeld, PrintJob.WAITING,
            JobState.processing, PrintJob.PRINTING,
            JobState.processingStopped, PrintJob.STOPPED,
            JobState.canceled, PrintJob.ABORTED,
            JobState.aborted, PrintJob.ABORTED,
            JobState.completed, PrintJob.COMPLETED);

    /** The job's number. A job of the same name that the printer remembers and did not give up is the same. */
    @Override
    public String deliver(Consignment consignment) {
        return find(consignment.name()).orElseGet(() -> print(consignment));
    }

    private String print(Consignment consignment) {
        var request = IppPacket.printJob(printer)
                .putOperationAttributes(
                        Types.requestingUserName.of(USER),
                        Types.jobName.of(consignment.name()),
                        Types.documentFormat.of(PDF))
                .putJobAttributes(Types.sides.of(consignment.duplex() ? Sides.twoSidedLongEdge : Sides.oneSided))
                .build();
        var answer = new IppExchange(printer).send(request, consignment.file());
        check(answer);
        return String.valueOf(Objects.requireNonNull(answer.getValue(Tag.jobAttributes, Types.jobId)));
    }

    private Optional<String> find(String name) {
        return List.of("not-completed", "completed").stream()
                .flatMap(which -> jobs(which).stream())
                .filter(job -> name.equals(job.name()) && job.state() != PrintJob.ABORTED)
                .map(job -> String.valueOf(job.number()))
                .findFirst();
    }

    private record Job(int number, String name, PrintJob state) {}

    private List<Job> jobs(String which) {
        var request = IppPacket.getJobs(printer, Types.jobId, Types.jobName, Types.jobState)
                .putOperationAttributes(Types.requestingUserName.of(USER), Types.whichJobs.of(which))
                .build();
        var answer = new IppExchange(printer).send(request);
        check(answer);
        return answer.getAttributeGroups().stream()
                .filter(group -> group.getTag() == Tag.jobAttributes)
                .map(group -> new Job(
                        Objects.requireNonNullElse(group.getValue(Types.jobId), 0),
                        Objects.requireNonNullElse(group.getString(Types.jobName), ""),
                        state(group.getValue(Types.jobState))))
                .toList();
    }

    private static PrintJob state(JobState state) {
        return STATES.getOrDefault(state, PrintJob.WAITING);
    }

    /** How far a job is, by the number that {@link #deliver} gave. */
    public PrintJob job(String number) {
        var request = IppPacket.getJobAttributes(printer, Integer.parseInt(number), Types.jobState)
                .putOperationAttributes(Types.requestingUserName.of(USER))
                .build();
        var answer = new IppExchange(printer).send(request);
        if (answer.getStatus().equals(Status.clientErrorNotFound)) {
            return PrintJob.FORGOTTEN;
        }
        check(answer);
        return state(answer.getValue(Tag.jobAttributes, Types.jobState));
    }

    private static void check(IppPacket answer) {
        int code = answer.getStatus().getCode();
        if (code >= SUCCESSFUL_BELOW) {
            throw new TargetException(
                    code < SERVER_ERROR ? Kind.REFUSED : Kind.TEMPORARY, "The printer says: " + answer.getStatus());
        }
    }
}
