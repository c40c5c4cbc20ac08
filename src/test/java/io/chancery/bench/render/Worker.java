package io.chancery.bench.render;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A peer in a process of its own that stays warm: it reads the names of the file to print and of the PDF to write, and answers
 * with a line.
 */
final class Worker implements Contender {

    /** Writes what the peer prints of a sample. */
    interface Source {
        Path write(Sample sample, int number, Path folder) throws IOException;
    }

    private final String name;
    private final Source source;
    private final Process process;
    private final PrintWriter orders;
    private final BufferedReader answers;
    private final Path folder;
    private final boolean java;

    /** @throws IOException if the peer is not there */
    Worker(String name, Source source, List<String> command) throws IOException {
        this.name = name;
        this.source = source;
        this.folder = Files.createTempDirectory("chancery-bench");
        this.java = command.get(0).endsWith("java");
        this.process = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
        this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        if (!"ready".equals(answers.readLine())) {
            throw new IOException("not installed");
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isCompiledMeanwhile() {
        return java;
    }

    @Override
    public byte[] print(Sample sample, int number) throws IOException {
        var pdf = folder.resolve("out.pdf");
        orders.println(source.write(sample, number, folder) + "\t" + pdf);
        if (!"done".equals(answers.readLine())) {
            throw new IOException(name + " gave up: " + Files.readString(folder.resolve("errors")));
        }
        return Files.readAllBytes(pdf);
    }

    @Override
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
