package io.chancery.dispatch.print.run.store;

import io.chancery.platform.Sql;

/** The tables of print runs on a test database. */
public record PrintTables(
        LetterTable letters,
        PieceTable pieces,
        PieceCounts counts,
        BatchTable batches,
        BatchProgress progress,
        BatchContents contents,
        RunTable runs,
        FaultTable faults) {

    public static PrintTables on(Sql sql) {
        return new PrintTables(
                new LetterTable(sql),
                new PieceTable(sql),
                new PieceCounts(sql),
                new BatchTable(sql),
                new BatchProgress(sql),
                new BatchContents(sql),
                new RunTable(sql),
                new FaultTable(sql));
    }

    public RunBook book() {
        return new RunBook(runs, pieces, letters, batches);
    }
}
