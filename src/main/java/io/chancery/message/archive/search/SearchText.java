package io.chancery.message.archive.search;

import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.InvalidSearchException;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.message.archive.query.QueryTerm;
import io.chancery.vocabulary.words.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is to stand in a text, in the form of a PostgreSQL tsquery. In quotes it is these words in this order; else each word
 * is also the beginning of others, and so is its stem in German and in English: «Rechnungen» finds «Rechnungsnummer».
 */
@ApplicationScoped
class SearchText {

    private static final int MOST_WORDS = 20;
    /** Shorter ones begin too many words. */
    private static final int LEAST_BEGINNING = 3;

    private final SearchTable table;

    SearchText(SearchTable table) {
        this.table = table;
    }

    /** All that is to stand there. */
    Optional<String> wanted(ArchiveQuery query) {
        var terms = query.wanted(QueryKey.TEXT).toList();
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(terms.stream().map(this::of).collect(Collectors.joining(" & ")));
    }

    /** Each of what is not to stand there. */
    Stream<String> excluded(ArchiveQuery query) {
        return query.terms().stream()
                .filter(term -> term.key() == QueryKey.TEXT && term.excluded())
                .map(this::of);
    }

    private String of(QueryTerm term) {
        var words = Words.of(term.value());
        if (words.size() > MOST_WORDS) {
            throw InvalidSearchException.of("text", "has more than " + MOST_WORDS + " words");
        }
        return term.quoted()
                ? words.stream().map(SearchText::quoted).collect(Collectors.joining(" <-> ", "(", ")"))
                : words.stream().map(this::alternatives).collect(Collectors.joining(" & "));
    }

    private String alternatives(String word) {
        var beginnings = Stream.concat(Stream.of(word), table.stems(word).stream())
                .filter(beginning -> beginning.length() >= LEAST_BEGINNING)
                .distinct()
                .toList();
        return beginnings.isEmpty()
                ? quoted(word)
                : shortest(beginnings)
                        .map(beginning -> quoted(beginning) + ":*")
                        .collect(Collectors.joining(" | ", "(", ")"));
    }

    /** Without those that begin with another one of them. */
    private static Stream<String> shortest(List<String> beginnings) {
        return beginnings.stream()
                .filter(one -> beginnings.stream().noneMatch(other -> !other.equals(one) && one.startsWith(other)));
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
