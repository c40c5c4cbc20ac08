package io.chancery.render.attack;

import io.chancery.vocabulary.Channel;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One line of the texts that somebody could send.
 *
 * @param refusers the channels that cannot carry it
 * @param sent with brackets
 * @param read what of it a reader makes out
 */
record HostileText(String name, Set<String> refusers, String sent, String read) {

    private static final Pattern LINE = Pattern.compile("([a-z+]+) \\| (.*) \\| (.*)");

    static Stream<HostileText> in(String file) {
        return Corpus.lines(file).map(line -> {
            var parts = LINE.matcher(line.text());
            if (!parts.matches()) {
                throw new IllegalArgumentException(line.name() + ": not «channels that refuse | sent | read»");
            }
            return new HostileText(line.name(), Corpus.channels(parts.group(1)), parts.group(2), parts.group(3));
        });
    }

    boolean isRefusedBy(Channel channel) {
        return refusers.contains(channel.name());
    }

    String sent(Outside outside) {
        return Corpus.written(sent, outside);
    }

    String read(Outside outside) {
        return Corpus.written(read, outside);
    }

    @Override
    public String toString() {
        return name + " " + Corpus.shortened(sent);
    }
}
