package io.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import io.chancery.template.source.SampleFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as a build calls it: no server, no database, nothing left behind. */
class CommandLineIT {

    private static final Path JAR =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    @TempDir
    Path root;

    private String printed = "";

    @BeforeEach
    void prepare() {
        SampleFolder.in(root.resolve("old"));
        SampleFolder.in(root.resolve("new")).changing("test-invoice/message.de.html", "Rechnung", "Mahnung");
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void a_build_learns_by_the_exit_code_whether_templates_are_valid_and_the_same() throws Exception {
        assertThat(run("validate", "new")).as(printed).isZero();
        assertThat(run("compare", "old", "old")).as(printed).isZero();
        assertThat(run("compare", "old", "new")).as(printed).isEqualTo(1);
        assertThat(printed.lines()).startsWith("test-invoice").contains("        + Mahnung");
        assertThat(run("compare", "old")).as(printed).isEqualTo(2);
        try (var files = Files.list(root)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("old", "new");
        }
    }
}
