package io.chancery.dispatch.email.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Checks mails as Python's dkimpy does, which knows both algorithms. On Debian it is the package {@code python3-dkim}. */
public final class PythonReceiver {

    private static final String PYTHON = "/usr/bin/python3";
    private static final Path SCRIPT = Path.of("src/test/resources/dkim/verify.py");

    private final TestKeys keys;

    /** @param keys that DNS has */
    public PythonReceiver(TestKeys keys) {
        this.keys = keys;
    }

    /** Whether it is here, with what it needs for Ed25519. */
    public static boolean isInstalled() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import dkim, nacl").start().waitFor() == 0;
    }

    /** Algorithm and verdict of each signature. */
    public List<String> verdicts(byte[] mail) throws IOException {
        var file = Files.createTempFile(keys.folder(), "mail", ".eml");
        Files.write(file, mail);
        var process = new ProcessBuilder(
                        PYTHON, SCRIPT.toString(), file.toString(), record(TestKeys.RSA), record(TestKeys.ED25519))
                .redirectErrorStream(true)
                .start();
        try (var said = process.getInputStream()) {
            return new String(said.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private String record(String selector) {
        return selector + "._domainkey." + keys.domain() + "=" + keys.folder().resolve(selector + ".txt");
    }
}
