package io.chancery.dispatch.print.run.desk;

import io.chancery.dispatch.print.piece.Batch;
import io.chancery.dispatch.print.piece.Group;
import io.chancery.dispatch.print.piece.PieceId;
import io.chancery.dispatch.print.run.PrintRunSettings;
import io.chancery.dispatch.print.run.store.BatchContents;
import io.chancery.dispatch.print.run.store.BatchTable;
import io.chancery.dispatch.print.run.store.PieceCounts;
import io.chancery.dispatch.print.run.store.RunBook;
import io.chancery.dispatch.print.run.store.StoredBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Prints pieces once more, in batches of their own that say so. Pieces keep their numbers, and the printer owes an answer
 * for each again; what is said of their deliveries stays as it is until then.
 */
@ApplicationScoped
class Reprints {

    private final RunBook book;
    private final BatchTable batches;
    private final BatchContents contents;
    private final PieceCounts counts;
    private final PrintRunSettings settings;
    private final Clock clock;

    Reprints(
            RunBook book,
            BatchTable batches,
            BatchContents contents,
            PieceCounts counts,
            PrintRunSettings settings,
            Clock clock) {
        this.book = book;
        this.batches = batches;
        this.contents = contents;
        this.counts = counts;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Records the batches; they are sent like any other.
     *
     * @return their names
     * @throws PrintRunException if one of the pieces cannot be printed once more
     */
    @Transactional
    List<String> order(ReprintOrder order) {
        var run = book.lock(order.run()).orElseThrow(PrintRunException::unknown);
        if (run.wiped()) {
            throw PrintRunException.wiped();
        }
        var known = batches.list(order.run());
        var groups = groups(order, known);
        int last = known.get(known.size() - 1).number();
        var files = Batch.reprint(order.run(), last, groups, Batch.Limits.USUAL);
        var now = clock.instant();
        // A printer that writes dates only means the whole day.
        var today = now.atZone(settings.zone()).toLocalDate().atStartOfDay(settings.zone());
        book.reprint(files, now, today.toInstant());
        return files.stream().map(Batch::name).toList();
    }

    private List<Group> groups(ReprintOrder order, List<StoredBatch> known) {
        var wanted = wanted(order);
        var sent = known.stream().filter(StoredBatch::isWithPrinter).toList();
        var groups = contents.byKind(order.run(), sent, wanted).entrySet().stream()
                .map(kind -> new Group(kind.getKey(), kind.getValue()))
                .toList();
        var missing = new ArrayList<>(wanted);
        missing.removeAll(sequences(groups));
        if (!missing.isEmpty()) {
            throw PrintRunException.invalidReprint(missing.stream()
                    .map(sequence -> order.fault(sequence, "is not with the printer yet, or not in the print run"))
                    .toList());
        }
        return groups;
    }

    private Set<Integer> wanted(ReprintOrder order) {
        var from = order.from();
        var to = order.to();
        Collection<Integer> sequences = from == null || to == null
                ? order.pieces().stream().map(PieceId::sequence).toList()
                : counts.between(order.run(), from.sequence(), to.sequence());
        if (sequences.isEmpty()) {
            throw PrintRunException.emptyRange();
        }
        return new TreeSet<>(sequences);
    }

    private static Set<Integer> sequences(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.pieces().stream())
                .map(piece -> piece.id().sequence())
                .collect(Collectors.toSet());
    }
}
