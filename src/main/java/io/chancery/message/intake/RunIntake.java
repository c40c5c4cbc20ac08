package io.chancery.message.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.message.intake.AcceptedMessage.Origin;
import io.chancery.message.intake.Intake.SoundOrder;
import io.chancery.platform.DatabaseException;
import io.chancery.platform.Fault;
import io.chancery.platform.IdGenerator;
import io.chancery.platform.ProblemException;
import io.chancery.template.TemplateVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes the lines of a run in: each is checked as any message is, and those that pass are written together. */
@ApplicationScoped
public class RunIntake {

    private static final Logger LOG = Logger.getLogger(RunIntake.class);

    private final Intake intake;
    private final Addressees addressees;
    private final MessageWriter writer;
    private final IdGenerator ids;

    RunIntake(Intake intake, Addressees addressees, MessageWriter writer, IdGenerator ids) {
        this.intake = intake;
        this.addressees = addressees;
        this.writer = writer;
        this.ids = ids;
    }

    /** Whose lines they are, and the version that all of them are made from. */
    public record Run(UUID id, UUID clientId, TemplateVersion version) {}

    /**
     * What became of a line.
     *
     * @param messageId null if it was refused
     * @param refusal null if it was not
     */
    public record Result(@Nullable UUID messageId, @Nullable ProblemException refusal) {}

    /** Checks lines as they would be if they were sent now, and changes nothing; without those that pass. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, ProblemException> check(Run run, Map<Long, ? extends JsonNode> lines) {
        var refused = new LinkedHashMap<Long, ProblemException>();
        examine(run, lines, new ArrayList<>()).forEach((line, result) -> {
            if (result.refusal() != null) {
                refused.put(line, result.refusal());
            }
        });
        return refused;
    }

    /** Makes messages of lines, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Result> accept(Run run, Map<Long, ? extends JsonNode> lines) {
        var accepted = new ArrayList<AcceptedMessage>();
        var results = examine(run, lines, accepted);
        if (!accepted.isEmpty()) {
            writer.write(accepted);
        }
        return results;
    }

    /** All customers are looked up at once, or a line would take as many questions as a message by itself. */
    private Map<Long, Result> examine(Run run, Map<Long, ? extends JsonNode> lines, List<AcceptedMessage> accepted) {
        var results = new LinkedHashMap<Long, Result>();
        var sound = new LinkedHashMap<Long, SoundOrder>();
        lines.forEach((line, body) -> attempt(
                new RunItem(run.id(), line),
                results,
                () -> sound.put(line, intake.read(body, key -> version(run, key)))));
        var orders = sound.values().stream().map(SoundOrder::order).toList();
        var found = addressees.find(orders, run.version().settings());
        sound.forEach((line, order) -> {
            var origin = new Origin(ids.next(), run.clientId(), new RunItem(run.id(), line));
            attempt(new RunItem(run.id(), line), results, () -> {
                accepted.add(Intake.address(origin, order, found));
                results.put(line, new Result(origin.id(), null));
            });
        });
        return results;
    }

    private static void attempt(RunItem item, Map<Long, Result> results, Runnable step) {
        try {
            step.run();
        } catch (ProblemException e) {
            results.put(item.line(), new Result(null, e));
        } catch (DatabaseException e) {
            throw e;
        } catch (RuntimeException e) {
            results.put(item.line(), new Result(null, internalError(item, e)));
        }
    }

    private static TemplateVersion version(Run run, String key) {
        if (!key.equals(run.version().key())) {
            throw MessageRefusedException.otherTemplate(run.version().key());
        }
        return run.version();
    }

    /** One line that we stumble over must not stop the others. Without its words: they may quote the line. */
    private static ProblemException internalError(RunItem item, RuntimeException failure) {
        var reference = UUID.randomUUID();
        var told = new IllegalStateException(failure.getClass().getName());
        told.setStackTrace(failure.getStackTrace());
        LOG.errorf(told, "%s could not be checked, %s", item, reference);
        return internalError(reference);
    }

    /** Why a line is refused for which the fault is ours; the log has more under the reference. */
    public static ProblemException internalError(UUID reference) {
        return MessageRefusedException.internalError(reference);
    }

    /** What is wrong with fields that are to hold for all lines. */
    public List<Fault> check(TemplateVersion version, ObjectNode defaults) {
        var body = JsonNodeFactory.instance.objectNode();
        body.put("template", version.key());
        body.putObject("customer").put("ucid", "any");
        body.putObject("data");
        body.setAll(defaults);
        return intake.formFaults(body, version);
    }
}
