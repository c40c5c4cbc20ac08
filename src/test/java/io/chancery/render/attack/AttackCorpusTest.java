package io.chancery.render.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What authors who mean harm would write, on all channels: refused in words or rendered without any, and soon. A new case is
 * one line in one of the files among the test resources.
 */
class AttackCorpusTest {

    private static final int WARM = 20;
    private static final String LANGUAGE = "language.txt";

    /** How the engine explains itself. */
    private static final Pattern WITH_ITS_PLACE =
            Pattern.compile("(invoice|blocks|brands/lindenwerk)/[a-z.]+(, line \\d+)?: .+", Pattern.DOTALL);

    /** Two seconds on a processor of one's own; of one that is shared more, because its caches are. */
    private static final Duration SOON = Duration.ofSeconds(8);

    /** In bytes; what is larger only repeats itself. */
    private static final int LARGEST_LOOKED_AT = 100_000;

    /** All in all; of it, a heap of 64 MB beside what the process needs holds what is used at a time. */
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    static Path folder;

    private static Outside outside;

    private static ExecutorService attackers;

    @BeforeAll
    static void look() {
        outside = Outside.in(folder);
        attackers = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        for (int i = 0; i < WARM; i++) {
            Trial.CHANNELS.forEach(
                    channel -> Trial.of(channel, Ground.message("<p>x</p>").request()));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        attackers.shutdownNow();
        outside.close();
    }

    /** An attack, and what comes of it on every channel. */
    record Tried(Attack attack, CompletableFuture<List<Trial>> trials) {

        @Override
        public String toString() {
            return attack.toString();
        }
    }

    static Stream<Tried> corpus() {
        var rest = "all".equals(System.getProperty("chancery.attacks"))
                ? Stream.of("long-bombs.txt")
                : Stream.<String>of();
        return Stream.concat(Stream.of(LANGUAGE, "bombs.txt", "styles.txt", "markup.txt", "heads.txt"), rest)
                .flatMap(Attack::in)
                .map(attack -> new Tried(attack, CompletableFuture.supplyAsync(() -> tried(attack), attackers)))
                .toList()
                .stream();
    }

    private static List<Trial> tried(Attack attack) {
        var request = attack.place().message(attack.written(outside)).request();
        return Trial.CHANNELS.stream()
                .map(channel -> Trial.of(channel, request))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void an_attack_comes_to_nothing(Tried tried) {
        var attack = tried.attack();
        var softly = new SoftAssertions();
        var refusers = new ArrayList<String>();
        var reasons = new ArrayList<String>();
        for (var trial : tried.trials().join()) {
            var channel = trial.channel();
            softly.assertThat(trial.cpu()).as("%s, processor", channel).isLessThan(SOON);
            softly.assertThat(trial.allocated()).as("%s, memory", channel).isLessThan(GIGABYTE);
            if (trial.rendition() == null) {
                refusers.add(channel.name());
                reasons.add(channel + ": " + trial.refusal());
                assertInWords(Objects.requireNonNull(trial.refusal()), attack);
            } else if (trial.rendition().content().length < LARGEST_LOOKED_AT) {
                Harm.assertNoneIn(trial.rendition());
            }
        }
        softly.assertThat(refusers).as("refused by %s", reasons).hasSameElementsAs(attack.refusers());
        softly.assertThat(outside.takeVisits()).isZero();
        softly.assertAll();
    }

    /** A refusal may quote what the author wrote, but nothing that they could not know. */
    private static void assertInWords(String refusal, Attack attack) {
        assertThat(refusal).isNotBlank().doesNotContain(Outside.MARK);
        if (attack.name().startsWith(LANGUAGE)) {
            assertThat(refusal).matches(WITH_ITS_PLACE);
        }
        assertThat(Harm.INNER)
                .noneMatch(name -> refusal.contains(name) && !attack.source().contains(name));
    }
}
