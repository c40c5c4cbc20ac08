package io.chancery.render.attack;

import io.chancery.vocabulary.Channel;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of the corpus: what an author who means harm writes, where, and which channels refuse it. On all others it is
 * rendered and does no harm.
 *
 * @param source with brackets
 */
record Attack(String name, Set<String> refusers, Place place, String source) {

    private static final Pattern LINE = Pattern.compile("([a-z+]+) \\| ([a-z.-]+) \\| (.*)");

    static Stream<Attack> in(String file) {
        return Corpus.lines(file).map(line -> {
            var parts = LINE.matcher(line.text());
            if (!parts.matches()) {
                throw new IllegalArgumentException(line.name() + ": not «channels that refuse | place | source»");
            }
            return new Attack(line.name(), Corpus.channels(parts.group(1)), Place.of(parts.group(2)), parts.group(3));
        });
    }

    boolean isRefusedBy(Channel channel) {
        return refusers.contains(channel.name());
    }

    String written(Outside outside) {
        return Corpus.written(source, outside);
    }

    @Override
    public String toString() {
        return name + " " + place + " " + Corpus.shortened(source);
    }
}
