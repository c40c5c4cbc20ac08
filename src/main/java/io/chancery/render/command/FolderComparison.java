package io.chancery.render.command;

import io.chancery.render.compare.Comparer;
import io.chancery.render.compare.Comparison;
import io.chancery.render.compare.ComparisonOrder;
import io.chancery.render.difference.text.Masks;
import io.chancery.template.Specimen;
import io.chancery.template.TemplateFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The command {@code compare}. */
final class FolderComparison {

    private final Comparer comparer;
    private final Masks masks;
    private final PrintStream out;

    /** @throws UsageException if one of the masks is none */
    FolderComparison(Workshop workshop, List<String> masks, PrintStream out) {
        this.comparer = workshop.comparer();
        this.masks = read(masks);
        this.out = out;
    }

    private static Masks read(List<String> masks) {
        for (var mask : masks) {
            try {
                Masks.check(mask);
            } catch (IllegalArgumentException wrong) {
                throw new UsageException("--mask " + mask + " " + wrong.getMessage());
            }
        }
        return Masks.of(masks);
    }

    int run(Path oldFolder, Path newFolder, Optional<Path> report, Optional<Path> pictures) {
        var old = TemplateFolder.read(oldFolder);
        var now = TemplateFolder.read(newFolder);
        old.faults().forEach(fault -> out.println(CommandLine.line(oldFolder, fault)));
        now.faults().forEach(fault -> out.println(CommandLine.line(newFolder, fault)));
        if (!old.faults().isEmpty() || !now.faults().isEmpty()) {
            out.println("Nothing was compared: not all templates can be read");
            return CommandLine.NOT_WELL;
        }
        var compared = compare(byKey(old), byKey(now), pictures.isPresent());
        new ReportText(out).print(compared);
        report.ifPresent(file -> ReportFiles.write(compared, file));
        pictures.ifPresent(folder -> ReportFiles.writePictures(compared, folder));
        return compared.same() ? CommandLine.WELL : CommandLine.NOT_WELL;
    }

    private static Map<String, Specimen> byKey(TemplateFolder folder) {
        return folder.specimens().stream()
                .collect(Collectors.toMap(
                        specimen -> specimen.version().key(), Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private Report compare(Map<String, Specimen> old, Map<String, Specimen> now, boolean pictures) {
        var order = new ComparisonOrder(List.of(), masks, pictures, Integer.MAX_VALUE);
        var both = new ArrayList<Comparison>();
        old.forEach((key, before) -> {
            var after = now.get(key);
            if (after != null) {
                both.add(comparer.compare(before, after, order));
            }
        });
        return new Report(without(old, now), without(now, old), List.copyOf(both));
    }

    private static List<String> without(Map<String, Specimen> some, Map<String, Specimen> others) {
        var keys = new TreeSet<>(some.keySet());
        keys.removeAll(others.keySet());
        return List.copyOf(keys);
    }
}
