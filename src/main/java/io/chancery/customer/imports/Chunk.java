package io.chancery.customer.imports;

import io.chancery.customer.ImportReport.LineFault;
import io.chancery.customer.record.IncomingRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much of a file as is written at once. Two records of one id in it are equal: of those that differ, each has its turn.
 *
 * @param bytesDone how much of the file was read up to here, or a little more
 * @param last whether the file ends here
 */
record Chunk(List<Item> items, long bytesDone, boolean last) {

    /** One record of the file. */
    sealed interface Item {

        /** A record that can be written. */
        record Taken(long line, IncomingRecord record) implements Item {}

        /**
         * The news that there is no such record any more.
         *
         * @param at when the source deleted it, if it says so
         */
        record Removed(String externalId, @Nullable Instant at) implements Item {}

        /** Nothing that can be taken. */
        record Refused(LineFault fault) implements Item {}
    }

    List<Item.Taken> taken() {
        return items.stream()
                .filter(Item.Taken.class::isInstance)
                .map(Item.Taken.class::cast)
                .toList();
    }

    /** The first half or the second. */
    Chunk half(boolean second) {
        int middle = items.size() / 2;
        return new Chunk(second ? items.subList(middle, items.size()) : items.subList(0, middle), bytesDone, last);
    }

    /** The same place in the file, with nothing of its only record taken. */
    Chunk refused() {
        var line = taken().get(0).line();
        var fault = new LineFault(line, "refused", "", "A value that the database cannot keep");
        return new Chunk(List.of(new Item.Refused(fault)), bytesDone, last);
    }
}
