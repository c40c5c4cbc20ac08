package io.chancery.render.command;

import io.chancery.template.TemplateFolder;
import java.io.PrintStream;
import java.nio.file.Path;

/** The command {@code validate}. */
final class Validation {

    private final Workshop workshop;
    private final PrintStream out;

    Validation(Workshop workshop, PrintStream out) {
        this.workshop = workshop;
        this.out = out;
    }

    int run(Path folder) {
        var templates = TemplateFolder.read(folder);
        var faults = templates.check(workshop.reviews());
        faults.forEach(fault -> out.println(CommandLine.line(folder, fault)));
        if (!faults.isEmpty()) {
            out.println(faults.size() == 1 ? "1 fault" : faults.size() + " faults");
            return CommandLine.NOT_WELL;
        }
        int fixtures = templates.specimens().stream()
                .mapToInt(specimen -> specimen.fixtures().size())
                .sum();
        out.printf(
                "No faults: %d templates, %d fixtures%n", templates.specimens().size(), fixtures);
        return CommandLine.WELL;
    }
}
