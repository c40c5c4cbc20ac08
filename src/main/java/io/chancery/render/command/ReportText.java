package io.chancery.render.command;

import io.chancery.render.compare.Comparison;
import io.chancery.render.compare.Comparison.ChannelComparison;
import io.chancery.render.compare.Comparison.FixtureComparison;
import io.chancery.render.difference.Change;
import java.io.PrintStream;
import java.util.List;

/** A report for people: only what is not as it was, and how much is. */
final class ReportText {

    private final PrintStream out;

    ReportText(PrintStream out) {
        this.out = out;
    }

    void print(Report report) {
        report.onlyInOld().forEach(key -> out.println(key + ": the template is gone"));
        report.onlyInNew().forEach(key -> out.println(key + ": the template is new"));
        report.templates().stream().filter(template -> !template.same()).forEach(this::print);
        out.println(summary(report.templates()));
    }

    private void print(Comparison template) {
        out.println(template.template());
        template.fixtures().stream()
                .filter(fixture -> fixture.change() != Change.UNCHANGED)
                .forEach(this::print);
    }

    private void print(FixtureComparison fixture) {
        out.println("  " + fixture.name() + remark(fixture));
        fixture.channels().stream()
                .filter(channel -> channel.change() != Change.UNCHANGED)
                .forEach(this::print);
    }

    private static String remark(FixtureComparison fixture) {
        if (fixture.channels().isEmpty()) {
            return (fixture.copy() == null ? ": the fixture is " : ": such copies are ")
                    + fixture.change().words();
        }
        return fixture.otherData() ? " (its data differ, too)" : "";
    }

    private void print(ChannelComparison channel) {
        out.println("    " + channel.channel() + ": " + channel.change().words());
        for (var finding : channel.findings()) {
            out.println("      " + finding.says());
            finding.lines().forEach(line -> out.println("        " + line));
        }
    }

    private static String summary(List<Comparison> templates) {
        var channels = templates.stream()
                .flatMap(template -> template.fixtures().stream())
                .flatMap(fixture -> fixture.channels().stream())
                .toList();
        long unchanged = channels.stream()
                .filter(channel -> channel.change() == Change.UNCHANGED)
                .count();
        long fixtures = templates.stream()
                .mapToLong(template -> template.fixtures().stream()
                        .map(FixtureComparison::fixture)
                        .distinct()
                        .count())
                .sum();
        return "%d of %d renditions are unchanged (%d templates, %d fixtures)"
                .formatted(unchanged, channels.size(), templates.size(), fixtures);
    }
}
