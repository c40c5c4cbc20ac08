package io.chancery.render.command;

import io.chancery.platform.ProblemException;
import io.chancery.template.ImportReport.SourceFault;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Understands the command line, and says how it ended by the exit code: 0 all is well, 1 it is not, 2 wrong usage. */
public final class CommandLine {

    static final int WELL = 0;
    static final int NOT_WELL = 1;
    static final int WRONG_USAGE = 2;

    private static final String MASK = "--mask";
    private static final String REPORT = "--report";
    private static final String PICTURES = "--pictures";

    private static final String USAGE = """
            Usage, behind java -jar quarkus-run.jar:

              (nothing)               starts the server
              validate FOLDER         checks a folder of templates as an import would, fixtures included,
                                      and prints every fault as file:line:column reason
              compare OLD NEW         renders two folders of templates with all their fixtures on all channels,
                                      and prints what differs
                --mask MASK           what may differ, as often as needed: a regular expression,
                                      or date: and how dates are written, such as date:dd.MM.yyyy or date:iso
                --report FILE         writes the comparison as JSON, too
                --pictures FOLDER     writes each page that differs as PNG files: old, new and the difference
              verify EXPORT --key KEY checks an export of the archive offline; «verify» alone says more
              help                    prints this

            Exit code: 0 nothing is wrong, nothing differs; 1 something is or does; 2 wrong usage.
            """;

    private final PrintStream out;
    private final PrintStream err;

    private CommandLine(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Does what the arguments say.
     *
     * @param arguments at least one
     * @return the exit code
     */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        // Pages are drawn here, but never on a screen.
        System.setProperty("java.awt.headless", "true");
        return new CommandLine(out, err).run(arguments);
    }

    private int run(List<String> arguments) {
        try {
            return run(arguments.get(0), arguments.subList(1, arguments.size()));
        } catch (UsageException wrong) {
            err.println(wrong.getMessage());
            err.println();
            err.print(USAGE);
            return WRONG_USAGE;
        } catch (ProblemException refused) {
            refused.faults().forEach(fault -> err.println(fault.pointer() + " " + fault.detail()));
            return WRONG_USAGE;
        }
    }

    private int run(String command, List<String> arguments) {
        return switch (command) {
            case "validate" -> validate(new Arguments(arguments, Set.of()));
            case "compare" -> compare(new Arguments(arguments, Set.of(MASK, REPORT, PICTURES)));
            case "help", "--help", "-h" -> help();
            default -> throw new UsageException("There is no command " + command);
        };
    }

    private int help() {
        out.print(USAGE);
        return WELL;
    }

    private int validate(Arguments arguments) {
        return new Validation(new Workshop(), out).run(arguments.folders(1).get(0));
    }

    private int compare(Arguments arguments) {
        var folders = arguments.folders(2);
        var report = arguments.path(REPORT);
        var pictures = arguments.path(PICTURES);
        return new FolderComparison(new Workshop(), arguments.all(MASK), out)
                .run(folders.get(0), folders.get(1), report, pictures);
    }

    /** As compilers say it, so that editors and builds find the place. */
    static String line(Path folder, SourceFault fault) {
        return fault.file().equals(".") ? folder + fault.toString().substring(1) : folder + "/" + fault;
    }
}
