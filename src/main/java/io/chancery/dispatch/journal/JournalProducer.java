package io.chancery.dispatch.journal;

import io.chancery.dispatch.queue.DispatchConfig;
import io.chancery.platform.work.DataDirectory;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the journal of this node. */
final class JournalProducer {

    @Produces
    @Singleton
    Journal journal(DataDirectory directory, DispatchConfig config) {
        return Journal.open(directory.resolve("journal"), config.journal().force());
    }
}
