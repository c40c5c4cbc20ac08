package io.chancery.archive.export;

import io.chancery.archive.evidence.CheckpointLine;
import io.chancery.archive.evidence.EvidenceJson;
import io.chancery.archive.evidence.EvidenceNames;
import io.chancery.archive.evidence.Manifest;
import io.chancery.archive.evidence.Measure;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.export.dossier.Dossier;
import io.chancery.archive.export.dossier.DossierFiles;
import io.chancery.archive.export.dossier.Dossiers;
import io.chancery.archive.export.dossier.IndexLines;
import io.chancery.archive.export.text.IndexDescription;
import io.chancery.archive.export.text.IndexPage;
import io.chancery.archive.export.text.IndexTable;
import io.chancery.archive.log.Hash;
import io.chancery.archive.proof.GrownTree;
import io.chancery.archive.seal.CheckpointTable;
import io.chancery.archive.seal.LogKey;
import io.chancery.archive.seal.SealTable;
import io.chancery.platform.digest.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes what is in the files of an export: the same bytes each time, from the record as it was at the export's checkpoint. */
@ApplicationScoped
class ExportContents {

    private static final int AT_ONCE = 50;
    private static final int FILES = 1000;

    private final Dossiers dossiers;
    private final PlanTable plan;
    private final CheckpointTable checkpoints;
    private final SealTable seals;
    private final LogKey key;
    private final ExportConfig config;

    ExportContents(
            Dossiers dossiers,
            PlanTable plan,
            CheckpointTable checkpoints,
            SealTable seals,
            LogKey key,
            ExportConfig config) {
        this.dossiers = dossiers;
        this.plan = plan;
        this.checkpoints = checkpoints;
        this.seals = seals;
        this.key = key;
        this.config = config;
    }

    /** To make files one after the other, of which those of one delivery are read once. */
    Session open(Export export) {
        long size = checkpoints.find(export.checkpoint()).orElseThrow().size();
        return new Session(export, new GrownTree(size, seals));
    }

    /** Does something with a dossier. */
    private interface Reader {
        void read(Dossier dossier) throws IOException;
    }

    /** For one thread. */
    final class Session {

        private final Export export;
        private final GrownTree tree;
        private @Nullable UUID current;
        private SortedMap<String, byte[]> files = new TreeMap<>();

        private Session(Export export, GrownTree tree) {
            this.export = export;
            this.tree = tree;
        }

        /** What the folders of these deliveries have, in their order. */
        List<Dossier> dossiers(List<UUID> ids) {
            return dossiers.read(ids, tree);
        }

        /** What there is in a file, in size and hash. */
        PackedFile measure(String name) throws IOException {
            return Measure.of(name, out -> write(name, out));
        }

        /** Writes what is in a file. */
        void write(String name, OutputStream out) throws IOException {
            var delivery = EvidenceNames.delivery(name).orElse(null);
            if (delivery != null) {
                out.write(ofDelivery(delivery, name));
                return;
            }
            switch (name) {
                case EvidenceNames.README_GERMAN, EvidenceNames.README, EvidenceNames.DTD -> resource(name, out);
                case EvidenceNames.VERIFIER -> resource("verify.py", out);
                case EvidenceNames.TABLE -> table(out);
                case EvidenceNames.PAGE -> page(out);
                case EvidenceNames.TABLE_DESCRIPTION ->
                    text(IndexDescription.of(config.supplier(), "Export " + export.id()), out);
                case EvidenceNames.CHECKPOINTS -> checkpoints(out);
                case EvidenceNames.KEY -> text(key.verifier() + "\n", out);
                case EvidenceNames.MANIFEST -> manifest(out);
                case EvidenceNames.NOTE -> note(out);
                default -> throw new IllegalArgumentException("No export has a file " + name);
            }
        }

        private byte[] ofDelivery(UUID id, String name) throws IOException {
            if (!id.equals(current)) {
                files = DossierFiles.of(dossiers(List.of(id)).get(0));
                current = id;
            }
            var content = files.get(name);
            if (content == null) {
                throw new OutdatedException(name);
            }
            return content;
        }

        private void each(int most, Reader reader) throws IOException {
            int count = 0;
            var ids = plan.deliveries(export.id(), null, AT_ONCE);
            while (!ids.isEmpty() && count < most) {
                for (var dossier : dossiers(ids.subList(0, Math.min(ids.size(), most - count)))) {
                    reader.read(dossier);
                    count++;
                }
                ids = plan.deliveries(export.id(), ids.get(ids.size() - 1), AT_ONCE);
            }
        }

        private void table(OutputStream out) throws IOException {
            text(IndexTable.HEAD, out);
            each(Integer.MAX_VALUE, dossier -> {
                for (var line : IndexLines.of(dossier)) {
                    text(IndexTable.line(line), out);
                }
            });
        }

        private void page(OutputStream out) throws IOException {
            text(IndexPage.head(export.id().toString(), export.plan().deliveries()), out);
            each(IndexPage.MOST, dossier -> text(IndexLines.row(dossier), out));
            text(IndexPage.foot(export.plan().deliveries() > IndexPage.MOST), out);
        }

        private void checkpoints(OutputStream out) throws IOException {
            long before = 0;
            long size = 0;
            var numbers = plan.checkpoints(export.id(), before, FILES);
            while (!numbers.isEmpty()) {
                for (long no : numbers) {
                    var row = checkpoints.find(no).orElseThrow();
                    var consistency = size == 0 ? List.<String>of() : tree.consistency(size, row.size());
                    out.write(EvidenceJson.line(new CheckpointLine(no, row.note(), consistency, timeStamp(no))));
                    size = row.size();
                    before = no;
                }
                numbers = plan.checkpoints(export.id(), before, FILES);
            }
        }

        /** The last checkpoint may get one after this, and the export must not change then. */
        private @Nullable String timeStamp(long no) {
            return no == export.checkpoint()
                    ? null
                    : checkpoints
                            .findTimeStamp(no)
                            .map(Base64.getEncoder()::encodeToString)
                            .orElse(null);
        }

        private void manifest(OutputStream out) throws IOException {
            text(Manifest.first(export.id()), out);
            long start = 0;
            var planned = plan.files(export.id(), start, FILES);
            while (!planned.isEmpty()) {
                for (var one : planned) {
                    if (one.file().name().equals(EvidenceNames.MANIFEST)) {
                        break;
                    }
                    text(Manifest.line(one.file()), out);
                }
                start = planned.get(planned.size() - 1).start() + 1;
                planned = plan.files(export.id(), start, FILES);
            }
            text(Manifest.LAST, out);
        }

        private void note(OutputStream out) throws IOException {
            var digest = new DigestOutputStream(OutputStream.nullOutputStream(), Sha256.digest());
            manifest(digest);
            var sha256 = Hash.of(digest.getMessageDigest().digest());
            text(key.sign(Manifest.signedText(export.id().toString(), sha256)), out);
        }

        private void text(String text, OutputStream out) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }

        private void resource(String name, OutputStream out) throws IOException {
            try (var in = ExportContents.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("The application lacks " + name);
                }
                in.transferTo(out);
            }
        }
    }

    /** What was planned can no longer be made. */
    static final class OutdatedException extends IOException {

        private static final long serialVersionUID = 1;

        OutdatedException(String name) {
            super("It is not as it was planned: " + name);
        }
    }
}
