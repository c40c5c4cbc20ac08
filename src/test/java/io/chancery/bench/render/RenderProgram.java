package io.chancery.bench.render;

import io.chancery.render.RendererAccess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how fast the renderer is, and its peers beside it: those of WeasyPrint, Chromium, wkhtmltopdf and Apache FOP that are installed.
 * Run by {@code ./mvnw -Pbench verify -Dchancery.bench=render [-Dchancery.bench.rounds=5] [-Dchancery.bench.renders=10000]}.
 *
 * <p>{@code apt-get install weasyprint wkhtmltopdf libfop-java chromium} brings all of them to a Debian.
 */
public final class RenderProgram {

    private static final Path RESOURCES = Path.of("src/test/resources/bench");
    private static final String FOP_JARS = Stream.of(
                    "fop",
                    "xmlgraphics-commons",
                    "batik-all",
                    "commons-io",
                    "commons-logging",
                    "fontbox",
                    "xml-apis-ext")
            .map(name -> "/usr/share/java/" + name + ".jar")
            .collect(Collectors.joining(File.pathSeparator));
    private static final Duration SLICE = Duration.ofSeconds(2);
    private static final int MESSAGES = 20_000;
    private static final int PREVIEWS = 200;

    private RenderProgram() {}

    /** Takes the number of rounds, and how many letters the heap is watched over. */
    public static void main(String... arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int renders = Integer.parseInt(arguments[1]);
        var renderer = RendererAccess.everyChannel();
        var ours = new Ours(renderer);
        var contenders = new ArrayList<Contender>(List.of(ours));
        add(contenders, "WeasyPrint", RenderProgram::weasyPrint);
        add(contenders, "Chromium", Chromium::new);
        add(contenders, "wkhtmltopdf", WkHtmlToPdf::new);
        add(contenders, "Apache FOP", RenderProgram::fop);
        contenders.add(new Floor(ours));
        try {
            var race = new Race(contenders, rounds, SLICE);
            race.run();
            race.report();
        } finally {
            for (var contender : contenders) {
                contender.close();
            }
        }
        var channels = new Channels(renderer);
        channels.twoThreads(SLICE.multipliedBy(rounds));
        channels.messages(MESSAGES);
        channels.preview(PREVIEWS);
        channels.memory(renders);
    }

    private static void add(List<Contender> contenders, String name, Callable<Contender> start) throws Exception {
        try {
            contenders.add(start.call());
        } catch (IOException missing) {
            System.out.println(name + " is missing: " + missing.getMessage());
        }
    }

    private static Contender weasyPrint() throws IOException {
        return new Worker(
                "WeasyPrint",
                new PeerHtml()::write,
                List.of("/usr/bin/python3", RESOURCES.resolve("weasy.py").toString()));
    }

    private static Contender fop() throws IOException {
        var settings = Formatted.configuration(Files.createTempDirectory("chancery-bench"));
        return new Worker(
                "Apache FOP",
                new Formatted(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseParallelGC",
                        "-cp",
                        FOP_JARS,
                        RESOURCES.resolve("Fop.java").toString(),
                        settings.toString()));
    }
}
