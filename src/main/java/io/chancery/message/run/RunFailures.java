package io.chancery.message.run;

import io.chancery.message.Messages;
import io.chancery.message.RunView;
import io.chancery.message.Runs.Failure;
import io.chancery.message.run.store.ResultTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells why messages of a run have failed. */
@ApplicationScoped
class RunFailures {

    private final ResultTable results;
    private final Messages messages;

    RunFailures(ResultTable results, Messages messages) {
        this.results = results;
        this.messages = messages;
    }

    List<Failure> of(RunView run, Optional<UUID> clientId, String language, int limit) {
        var begin = run.times().startedAt();
        if (begin == null || run.lines().failed() == 0) {
            return List.of();
        }
        return results.failed(run.id(), begin, run.times().endedAt(), limit).stream()
                .map(line -> new Failure(line.line(), messages.get(line.messageId(), clientId, language)))
                .toList();
    }
}
