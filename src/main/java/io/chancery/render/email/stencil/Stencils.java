package io.chancery.render.email.stencil;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Stencils of HTML texts, kept for texts to come. One is cut when the second of its kind comes along, since of most kinds there is
 * no third. Words that stand in an attribute, a style sheet or a comment are not left out, since there they may mean anything.
 *
 * @param <T> what a stencil is to whoever uses it
 */
public final class Stencils<T> {

    /** In characters. No mail should be longer, and what is kept has to stay small. */
    private static final int LONGEST = 100_000;

    private static final int MOST_PIECES = 5_000;

    private final Kept<Optional<BitSet>> gaps = new Kept<>();
    private final Kept<T> stencils = new Kept<>();
    private final Function<String, Node> parser;

    /** Makes a stencil. */
    public interface Cutter<T> {

        /**
         * @param html with a {@link Gap} wherever words go
         * @param gaps how many
         */
        T cut(String html, int gaps);
    }

    /** @param parser reads HTML as what the stencils are made by reads it */
    public Stencils(Function<String, Node> parser) {
        this.parser = parser;
    }

    /** The most recently used things by what they were made of; nothing is made the first time. */
    private static final class Kept<V> {

        private static final int MOST = 128;

        private final Map<List<@Nullable Object>, Optional<V>> kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<List<@Nullable Object>, Optional<V>> eldest) {
                return size() > MOST;
            }
        };

        synchronized Optional<V> find(List<@Nullable Object> key, Supplier<V> making) {
            var known = kept.get(key);
            if (known == null) {
                kept.put(key, Optional.empty());
                return Optional.empty();
            }
            if (known.isEmpty()) {
                known = Optional.of(making.get());
                kept.put(key, known);
            }
            return known;
        }
    }

    /**
     * The stencil for a text; empty if there is none, and the text has to be made as it is.
     *
     * @param scope on what else the stencil depends
     * @param pieces what the text was put together from
     */
    public Optional<Filling<T>> find(Object scope, List<String> pieces, Cutter<T> cutter) {
        int length = pieces.stream().mapToInt(String::length).sum();
        if (pieces.size() > MOST_PIECES || length > LONGEST) {
            return Optional.empty();
        }
        var words = new BitSet(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            words.set(i, Plain.isPlain(pieces.get(i)));
        }
        return gaps.find(key(scope, pieces, words), () -> gaps(pieces, words))
                .flatMap(Function.identity())
                .flatMap(found -> filled(scope, pieces, found, cutter));
    }

    private Optional<Filling<T>> filled(Object scope, List<String> pieces, BitSet gaps, Cutter<T> cutter) {
        return stencils.find(key(scope, pieces, gaps), () -> cutter.cut(marked(pieces, gaps), gaps.cardinality()))
                .map(stencil -> new Filling<>(
                        stencil, gaps.stream().mapToObj(pieces::get).toList()));
    }

    private static List<@Nullable Object> key(Object scope, List<String> pieces, BitSet left) {
        var key = new ArrayList<@Nullable Object>(pieces.size() + 1);
        key.add(scope);
        for (int i = 0; i < pieces.size(); i++) {
            key.add(left.get(i) ? null : pieces.get(i));
        }
        return key;
    }

    /** Which of the words stand in the text itself; empty if something in it looks like a gap. */
    private Optional<BitSet> gaps(List<String> pieces, BitSet words) {
        var candidates = new BitSet();
        boolean open = false;
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            if (!words.get(i)) {
                if (Gap.isIn(piece)) {
                    return Optional.empty();
                }
                open = Plain.leavesReferenceOpen(piece) || (open && piece.isEmpty());
            } else if (!open) {
                candidates.set(i);
            }
        }
        return Optional.of(inText(candidates, parser.apply(marked(pieces, candidates))));
    }

    private static BitSet inText(BitSet candidates, Node document) {
        var pieces = candidates.stream().toArray();
        var found = new BitSet();
        document.traverse((node, depth) -> {
            if (node instanceof TextNode text) {
                text.getWholeText()
                        .chars()
                        .filter(c -> Gap.isOneOf(pieces.length, (char) c))
                        .forEach(gap -> found.set(pieces[Gap.number((char) gap)]));
            }
        });
        return found;
    }

    private static String marked(List<String> pieces, BitSet gaps) {
        var marked = new StringBuilder();
        int gap = 0;
        for (int i = 0; i < pieces.size(); i++) {
            marked.append(gaps.get(i) ? Gap.mark(gap++) : pieces.get(i));
        }
        return marked.toString();
    }
}
