package io.chancery.web.review;

import io.chancery.render.Comparisons.Compared;
import io.chancery.render.Comparisons.OnChannel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What has become of all samples, before anybody looks at one of them closely. */
record Glance(List<Sample> samples) {

    /** @param compared itself, without what it promotes, and as its copies */
    record Sample(String fixture, List<Compared> compared) {

        public boolean isSame() {
            return compared.stream().allMatch(Compared::isSame);
        }
    }

    /**
     * Letters or text messages that have another length.
     *
     * @param channel by name
     * @param before pages or segments
     * @param fixtures those of which that is so
     */
    record Resized(String channel, int before, int after, List<String> fixtures) {}

    /** @param compared fixture by fixture */
    static Glance of(List<Compared> compared) {
        var samples = new LinkedHashMap<String, List<Compared>>();
        compared.forEach(one -> samples.computeIfAbsent(one.fixture(), fixture -> new ArrayList<>())
                .add(one));
        return new Glance(samples.entrySet().stream()
                .map(entry -> new Sample(entry.getKey(), entry.getValue()))
                .toList());
    }

    public long changed() {
        return samples.stream().filter(sample -> !sample.isSame()).count();
    }

    /** What is looked at first. */
    public String first() {
        return samples.stream()
                .filter(sample -> !sample.isSame())
                .findFirst()
                .map(Sample::fixture)
                .orElse("");
    }

    public List<Resized> resized() {
        record Sizes(String channel, int before, int after) {}
        var found = new LinkedHashMap<Sizes, List<String>>();
        for (var sample : samples) {
            sample.compared().stream()
                    .flatMap(one -> one.channels().stream())
                    .filter(channel -> channel.size().isAnother())
                    .map(channel -> new Sizes(
                            channel.channel(),
                            channel.size().before(),
                            channel.size().after()))
                    .distinct()
                    .forEach(sizes -> found.computeIfAbsent(sizes, key -> new ArrayList<>())
                            .add(sample.fixture()));
        }
        return found.entrySet().stream()
                .map(entry -> new Resized(
                        entry.getKey().channel(),
                        entry.getKey().before(),
                        entry.getKey().after(),
                        entry.getValue()))
                .toList();
    }

    /** Samples that cannot be rendered on some channel any more. */
    public List<String> broken() {
        return samples.stream()
                .filter(sample -> sample.compared().stream()
                        .flatMap(one -> one.channels().stream())
                        .map(OnChannel::change)
                        .anyMatch("cannot-be-rendered"::equals))
                .map(Sample::fixture)
                .toList();
    }
}
