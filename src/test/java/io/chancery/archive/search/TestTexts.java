package io.chancery.archive.search;

import io.chancery.platform.Sql;

/** The words of search on a test database. */
public final class TestTexts {

    private TestTexts() {}

    public static TextTable on(Sql sql) {
        return new TextTable(sql);
    }
}
