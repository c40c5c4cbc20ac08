package io.chancery.render.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Reader;
import io.chancery.render.Renderer;
import io.chancery.render.RendererAccess;
import io.chancery.render.ShippedTemplates;
import io.chancery.template.TemplateVersion;
import io.chancery.vocabulary.Channel;
import io.chancery.vocabulary.PersonName;
import io.chancery.vocabulary.PostalAddress;
import io.chancery.vocabulary.Recipient;
import io.chancery.vocabulary.Ucid;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;

/**
 * Measures how many warm letters one processor prints: invoices as PDF/A-3a and PDF/UA-1 with their XML, each with other data.
 *
 * <p>{@code ./mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp.txt && taskset -c 1 java -Xmx512m
 * -cp target/test-classes:target/classes:$(cat target/cp.txt) io.chancery.render.print.PrintBench [letters] [items]}
 *
 * <p>Processor time counts, of this thread and of the whole process (compiler and collector included): the clock on the wall
 * tells more about the neighbours than about us.
 */
public final class PrintBench {

    private final Renderer renderer = RendererAccess.of(new PrintRenderer());
    private final TemplateVersion template = ShippedTemplates.get("invoice");
    private final int items;
    private int counter;

    private PrintBench(int items) {
        this.items = items;
    }

    public static void main(String[] arguments) throws IOException {
        int letters = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000;
        int items = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        var bench = new PrintBench(items);
        var sample = bench.print();
        Files.write(Path.of("target/bench-" + items + ".pdf"), sample);
        try (var document = Letters.open(sample)) {
            System.out.printf("%d lines on %d pages: ", items, document.getNumberOfPages());
        }
        bench.run(letters);
        System.out.println(bench.run(letters));
    }

    private String run(int letters) {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var thread = ManagementFactory.getThreadMXBean();
        long[] each = new long[letters];
        long bytes = 0;
        long start = System.nanoTime();
        long cpu = thread.getCurrentThreadCpuTime();
        long all = process.getProcessCpuTime();
        for (int i = 0; i < letters; i++) {
            long begin = System.nanoTime();
            bytes += print().length;
            each[i] = System.nanoTime() - begin;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        double own = (thread.getCurrentThreadCpuTime() - cpu) / 1e9;
        double whole = (process.getProcessCpuTime() - all) / 1e9;
        Arrays.sort(each);
        return String.format(
                Locale.ROOT,
                "%.0f letters per second of a processor (%.0f with compiler and collector), %.0f by the clock,"
                        + " p50 %.1f ms, p99 %.1f ms, %d bytes each",
                letters / own,
                letters / whole,
                letters / wall,
                each[letters / 2] / 1e6,
                each[(int) (letters * 0.99)] / 1e6,
                bytes / letters);
    }

    private byte[] print() {
        counter++;
        var recipient = new Recipient(
                Ucid.ofNumber(counter),
                1,
                new PersonName(counter % 2 == 0 ? "Frau" : "Herr", "", "Kim", "Beispiel" + counter),
                null,
                "de",
                null,
                new Recipient.ContactPoints(
                        new PostalAddress("Musterweg " + counter, "10969", "Berlin", "DE"), null, null, null));
        var request = new RenderRequest(
                new UUID(9, counter),
                template,
                new Reader(recipient, "de"),
                data(),
                "R-" + counter,
                LocalDate.of(2026, 11, 22),
                null);
        return renderer.render(Channel.PRINT, request).content();
    }

    private JsonNode data() {
        ObjectNode data = new ObjectMapper().createObjectNode();
        data.put("number", "R-2026-" + counter)
                .put("date", "2026-11-22")
                .put("due", "2026-12-15")
                .put("currency", "EUR")
                .put("meter", "1ESY" + (7564060112L + counter));
        data.putObject("period").put("from", "2026-01-01").put("to", "2026-10-31");
        var lines = data.putArray("items");
        for (int i = 0; i < items; i++) {
            lines.addObject()
                    .put("text", "Arbeitspreis Strom " + (counter * 31 + i))
                    .put("quantity", String.valueOf(100 + (counter * 7 + i) % 900))
                    .put("unit", "kWh")
                    .put("price", "0.3" + (counter + i) % 1000)
                    .put("vat", i % 3 == 0 ? "7" : "19");
        }
        return data;
    }
}
