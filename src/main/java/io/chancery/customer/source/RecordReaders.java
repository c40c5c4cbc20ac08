package io.chancery.customer.source;

import io.chancery.customer.mapping.Mapping;
import io.chancery.platform.IdGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Makes the readers of the sources' records. */
@ApplicationScoped
public class RecordReaders {

    private final IdGenerator ids;
    private final Clock clock;

    RecordReaders(IdGenerator ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** A reader by this mapping. */
    public RecordReader by(Mapping mapping) {
        return new RecordReader(mapping, ids, clock);
    }
}
