package io.chancery.archive.verify;

import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.note.VerifierKey;
import io.chancery.archive.verify.Fault.Code;
import io.chancery.platform.digest.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;

/** Verifies exports, each of any size in little memory. */
final class Verifier {

    private static final Set<String> NEEDED =
            Set.of(EvidenceNames.MANIFEST, EvidenceNames.NOTE, EvidenceNames.KEY, EvidenceNames.CHECKPOINTS);
    private static final int LONGEST_NOTE = 1 << 20;

    private final VerifierKey key;
    private final Trust trust;

    Verifier(VerifierKey key, Trust trust) {
        this.key = key;
        this.trust = trust;
    }

    /** @throws IOException if the file cannot be read */
    Report verify(Path export) throws IOException {
        var findings = new Findings();
        var report = new Report(findings);
        try (var channel = FileChannel.open(export)) {
            var zip = ZipFile.open(channel);
            var found = zip.find(NEEDED);
            NEEDED.stream()
                    .filter(name -> !found.containsKey(name))
                    .sorted()
                    .forEach(name -> findings.add(Code.FILE_MISSING, name, "no export is without it"));
            if (found.size() == NEEDED.size()) {
                new Walk(zip, findings, report).run(found);
            } else {
                zip.each(entry -> {}, findings);
            }
        } catch (ZipFile.BrokenException e) {
            findings.add(Code.ZIP_BROKEN, "ZIP", String.valueOf(e.getMessage()));
        }
        return report;
    }

    /** One way through an export. */
    private final class Walk {

        private final ZipFile zip;
        private final Findings findings;
        private final Report report;

        Walk(ZipFile zip, Findings findings, Report report) {
            this.zip = zip;
            this.findings = findings;
            this.report = report;
        }

        void run(Map<String, ZipFile.Entry> found) throws IOException, ZipFile.BrokenException {
            if (!(key + "\n").equals(text(get(found, EvidenceNames.KEY)))) {
                findings.add(Code.KEY_DIFFERS, EvidenceNames.KEY, "");
            }
            var checkpoints = new CheckpointCheck(key, trust, findings);
            checkpoints.run(new Lines(zip.content(get(found, EvidenceNames.CHECKPOINTS))));
            var deliveries = new DeliveryCheck(zip, checkpoints.last().orElse(null), findings);
            var manifest = new ManifestCheck(new Lines(zip.content(get(found, EvidenceNames.MANIFEST))), findings);
            manifest.begin();
            var sha256 = files(manifest, deliveries);
            manifest.signature(text(get(found, EvidenceNames.NOTE)), key, sha256);
            report.checked(checkpoints, deliveries);
        }

        private static ZipFile.Entry get(Map<String, ZipFile.Entry> found, String name) {
            return Objects.requireNonNull(found.get(name), name);
        }

        /** All of them; the hash of the manifest. */
        private Hash files(ManifestCheck manifest, DeliveryCheck deliveries)
                throws IOException, ZipFile.BrokenException {
            var ofManifest = new Hash[1];
            zip.each(
                    entry -> {
                        var file = read(entry);
                        report.file();
                        manifest.file(file);
                        deliveries.file(entry, file);
                        if (file.name().equals(EvidenceNames.MANIFEST)) {
                            ofManifest[0] = file.sha256();
                        }
                    },
                    findings);
            manifest.end();
            deliveries.end();
            return ofManifest[0];
        }

        private PackedFile read(ZipFile.Entry entry) throws IOException {
            var digest = Sha256.digest();
            var crc = new CRC32();
            var buffer = new byte[1 << 16];
            try (var in = zip.content(entry)) {
                for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
                    digest.update(buffer, 0, count);
                    crc.update(buffer, 0, count);
                }
            }
            var said = entry.file();
            if ((int) crc.getValue() != said.crc()) {
                findings.add(Code.ZIP_BROKEN, said.name(), "its CRC-32 is another one");
            }
            return new PackedFile(said.name(), said.size(), said.crc(), Hash.of(digest.digest()));
        }

        private String text(ZipFile.Entry entry) throws IOException {
            try (InputStream in = zip.content(entry)) {
                return new String(in.readNBytes(LONGEST_NOTE), StandardCharsets.UTF_8);
            }
        }
    }
}
