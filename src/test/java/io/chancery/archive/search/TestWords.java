package io.chancery.archive.search;

import io.chancery.archive.NewDocument;
import io.chancery.archive.search.Reading.Read;
import io.chancery.platform.Sql;
import io.chancery.vocabulary.words.RecipientKey;
import io.chancery.vocabulary.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The words of texts, put on record at once. */
public final class TestWords {

    private TestWords() {}

    public static void insert(Sql sql, List<NewDocument> texts) {
        new TextTable(sql).insert(texts.stream().map(TestWords::read).toList());
    }

    private static Read read(NewDocument document) {
        var text = new String(document.rendition().content(), StandardCharsets.UTF_8);
        return new Read(
                document.deliveryId(),
                RecipientKey.of(document.rendition()).orElse(null),
                WordVector.of(Words.of(text)));
    }
}
