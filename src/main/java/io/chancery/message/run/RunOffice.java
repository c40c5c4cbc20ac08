package io.chancery.message.run;

import com.fasterxml.jackson.databind.JsonNode;
import io.chancery.message.RunStatus;
import io.chancery.message.RunView;
import io.chancery.message.Runs;
import io.chancery.message.run.store.Run;
import io.chancery.message.run.work.RunJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where all that may be done with runs is asked for, be it by a system or by a person. */
@ApplicationScoped
class RunOffice implements Runs {

    private static final UUID BEFORE_ALL = new UUID(-1, -1);

    private final RunBook book;
    private final RunLife life;
    private final RunLinesDesk lines;
    private final ResultFiles files;
    private final RunFailures failures;
    private final RunJob job;

    RunOffice(RunBook book, RunLife life, RunLinesDesk lines, ResultFiles files, RunFailures failures, RunJob job) {
        this.book = book;
        this.life = life;
        this.lines = lines;
        this.files = files;
        this.failures = failures;
        this.job = job;
    }

    @Override
    public RunView create(UUID clientId, JsonNode order) {
        return book.create(clientId, RunRequest.read(order));
    }

    @Override
    public RunView get(UUID id, Optional<UUID> clientId) {
        return book.get(id, clientId);
    }

    @Override
    public List<RunView> list(Optional<UUID> clientId, @Nullable RunStatus status, @Nullable UUID before, int limit) {
        return book.list(clientId, status, Objects.requireNonNullElse(before, BEFORE_ALL), limit);
    }

    @Override
    public RunView act(UUID id, Optional<UUID> clientId, Act act, JsonNode how) {
        var changed = book.change(id, clientId, change(act, how));
        job.wake();
        return changed;
    }

    private UnaryOperator<Run> change(Act act, JsonNode how) {
        return switch (act) {
            case CHECK -> life::check;
            case START -> {
                var start = RunStart.read(how);
                yield run -> life.start(run, start);
            }
            case PAUSE -> life::pause;
            case RESUME -> life::resume;
            case CANCEL -> life::cancel;
            case RETRY -> life::retry;
        };
    }

    @Override
    public List<Failure> failures(UUID id, Optional<UUID> clientId, String language, int limit) {
        return failures.of(book.get(id, clientId), clientId, language, limit);
    }

    @Override
    public Uploaded upload(UUID id, Optional<UUID> clientId, FileForm form, InputStream content) {
        return lines.take(book.get(id, clientId), form, content);
    }

    @Override
    public FaultPage faults(UUID id, Optional<UUID> clientId, String after, int limit) {
        return lines.faults(book.get(id, clientId), after, limit);
    }

    @Override
    public void writeResults(UUID id, boolean csv, OutputStream output) throws IOException {
        if (csv) {
            files.writeCsv(id, output);
        } else {
            files.writeJson(id, output);
        }
    }

    @Override
    public void writeFaults(UUID id, OutputStream output) throws IOException {
        files.writeFaults(id, output);
    }
}
