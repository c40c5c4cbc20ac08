package io.chancery.archive.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.chancery.archive.evidence.Manifest;
import io.chancery.archive.evidence.PackedFile;
import io.chancery.archive.evidence.ZipForm;
import io.chancery.archive.log.Frontier;
import io.chancery.archive.log.Hash;
import io.chancery.archive.log.Merkle;
import io.chancery.archive.log.note.Checkpoint;
import io.chancery.archive.log.note.SignedNote;
import io.chancery.archive.log.note.SignerKey;
import io.chancery.platform.digest.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * Alters exports at random, from single bits up to what somebody can do who knows the form and has everything but the keys.
 * Each mutation changes at least one byte of the export, and there is none that may be changed.
 */
final class Forger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHECKPOINTS = "log/checkpoints.ndjson";

    private final byte[] export;
    private final TreeMap<String, byte[]> files;
    private final List<String> names;
    private final Random random;
    private final SignerKey stranger = SignerKey.generate("test/archive", new SecureRandom());

    Forger(byte[] export, long seed) {
        this.export = export;
        this.files = unpacked(export);
        this.names = List.copyOf(files.keySet());
        this.random = new Random(seed);
    }

    /** Stored files can be cut out where they are. */
    static TreeMap<String, byte[]> unpacked(byte[] zip) {
        var files = new TreeMap<String, byte[]>();
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (buffer.getInt(at) == 0x04034b50) {
            int size = buffer.getInt(at + 18);
            int start = at + 30 + buffer.getShort(at + 26);
            files.put(
                    new String(zip, at + 30, start - at - 30, StandardCharsets.US_ASCII),
                    Arrays.copyOfRange(zip, start, start + size));
            at = start + size;
        }
        return files;
    }

    static byte[] packed(Map<String, byte[]> files) {
        var zip = new ByteArrayOutputStream();
        var table = new ByteArrayOutputStream();
        files.forEach((name, content) -> {
            var file = file(name, content);
            table.writeBytes(ZipForm.central(file, zip.size()));
            zip.writeBytes(ZipForm.local(file));
            zip.writeBytes(content);
        });
        int start = zip.size();
        zip.writeBytes(table.toByteArray());
        zip.writeBytes(ZipForm.end(files.size(), table.size(), start));
        return zip.toByteArray();
    }

    private static PackedFile file(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return new PackedFile(name, content.length, (int) crc.getValue(), Hash.of(Sha256.bytes(content)));
    }

    Mutation next() {
        return switch (random.nextInt(13)) {
            case 0, 1, 2 -> bit();
            case 3 -> byteOf();
            case 4 -> cut();
            case 5 -> delete();
            case 6 -> insert();
            case 7 -> swap();
            case 8 -> rename();
            case 9, 10 -> value();
            case 11 -> checkpoint();
            default -> rechain();
        };
    }

    private String pick() {
        return names.get(random.nextInt(names.size()));
    }

    private String pick(String end) {
        var fitting = names.stream().filter(name -> name.endsWith(end)).toList();
        return fitting.get(random.nextInt(fitting.size()));
    }

    /** A bit anywhere, the ZIP's own bytes included. */
    private Mutation bit() {
        int at = random.nextInt(export.length);
        var forged = export.clone();
        forged[at] ^= (byte) (1 << random.nextInt(8));
        return new Mutation("bit of byte " + at, forged, traces(at));
    }

    /** The file in which a byte lies; what the ZIP says of itself is its own place. */
    private List<String> traces(int at) {
        int start = 0;
        for (var file : files.entrySet()) {
            int end = start + ZipForm.local(file(file.getKey(), file.getValue())).length + file.getValue().length;
            if (at < end) {
                return at < end - file.getValue().length ? List.of(file.getKey(), "ZIP") : List.of(file.getKey());
            }
            start = end;
        }
        return List.of("ZIP");
    }

    /** Whoever makes the ZIP anew may do so with another manifest. */
    private Mutation remade(String what, TreeMap<String, byte[]> forged, List<String> traces) {
        boolean manifest = random.nextBoolean() && !traces.contains("manifest.json");
        if (!manifest) {
            return new Mutation(what, packed(forged), traces);
        }
        withManifest(forged, UUID.randomUUID());
        var all = new ArrayList<>(traces);
        all.add("manifest.json");
        return new Mutation(what + ", manifest made anew", packed(forged), all);
    }

    /** The manifest of these files, and a signature over it. */
    static void signManifest(TreeMap<String, byte[]> files, SignerKey key) {
        var id = UUID.randomUUID();
        withManifest(files, id);
        var text = Manifest.signedText(id.toString(), Hash.of(Sha256.bytes(files.get("manifest.json"))));
        files.put("manifest.note", SignedNote.sign(text, key).toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void withManifest(TreeMap<String, byte[]> forged, UUID id) {
        var text = new StringBuilder(Manifest.first(id));
        forged.forEach((name, content) -> {
            if (!name.startsWith("manifest.")) {
                text.append(Manifest.line(file(name, content)));
            }
        });
        forged.put("manifest.json", text.append(Manifest.LAST).toString().getBytes(StandardCharsets.UTF_8));
    }

    private Mutation byteOf() {
        var name = pick();
        var content = files.get(name).clone();
        if (content.length == 0) {
            return bit();
        }
        content[random.nextInt(content.length)] += (byte) (1 + random.nextInt(255));
        return remade("byte of " + name, with(name, content), List.of(name));
    }

    private TreeMap<String, byte[]> with(String name, byte[] content) {
        var forged = new TreeMap<>(files);
        forged.put(name, content);
        return forged;
    }

    private Mutation cut() {
        int length = random.nextInt(export.length);
        if (random.nextBoolean()) {
            return new Mutation("cut to " + length, Arrays.copyOf(export, length), List.of("ZIP"));
        }
        var longer = Arrays.copyOf(export, export.length + 1 + random.nextInt(100));
        return new Mutation("bytes behind it", longer, List.of("ZIP"));
    }

    private Mutation delete() {
        var name = pick();
        var forged = new TreeMap<>(files);
        forged.remove(name);
        return remade("deleted " + name, forged, List.of(name));
    }

    private Mutation insert() {
        var other = pick();
        var name = other.substring(0, other.lastIndexOf('/') + 1) + "a" + random.nextInt(1000);
        return remade("inserted " + name, with(name, files.get(pick())), List.of(name));
    }

    private Mutation swap() {
        var one = pick();
        var other = pick();
        if (Arrays.equals(files.get(one), files.get(other))) {
            return delete();
        }
        var forged = with(one, files.get(other));
        forged.put(other, files.get(one));
        return remade("swapped " + one + " and " + other, forged, List.of(one, other));
    }

    private Mutation rename() {
        var name = pick();
        var forged = new TreeMap<>(files);
        forged.put(name + "x", forged.remove(name));
        return remade("renamed " + name, forged, List.of(name));
    }

    /** A row says something else, and all that anybody can compute fits it. */
    private Mutation value() {
        var name = pick("/rows.ndjson");
        var lines = new ArrayList<>(List.of(text(name).split("\n")));
        int at = random.nextInt(lines.size());
        var row = (ObjectNode) read(lines.get(at));
        var kept = row.toString();
        change(row);
        if (row.toString().equals(kept)) {
            lines.remove(at);
        } else {
            lines.set(at, row.toString());
        }
        var content = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        return remade("row in " + name, with(name, content.getBytes(StandardCharsets.UTF_8)), List.of(name));
    }

    private void change(ObjectNode row) {
        switch (random.nextInt(8)) {
            case 0 -> row.put("position", row.get("position").asLong() + 1 + random.nextInt(3));
            case 1 -> row.remove("key");
            case 2 -> row.put("key", Sha256.of("another"));
            case 3 -> ((ObjectNode) row.get("leaf")).put("commitment", Sha256.of("another"));
            case 4 -> ((ObjectNode) row.get("leaf")).put("id", UUID.randomUUID().toString());
            case 5 -> ((ObjectNode) row.get("leaf")).put("transaction", "1");
            case 6 -> row.remove(List.of("event", "document", "deletion"));
            default -> content(row);
        }
    }

    private void content(ObjectNode row) {
        if (row.get("event") instanceof ObjectNode event) {
            event.put(List.of("kind", "reason").get(random.nextInt(2)), "delivered");
        } else if (row.get("document") instanceof ObjectNode document) {
            document.put("archivedAt", "2020-01-01T00:00:00.000000Z");
        } else if (row.get("deletion") instanceof ObjectNode deletion) {
            deletion.put("approvedBy", "nobody");
        }
    }

    /** A checkpoint is gone, or exchanged for one that a stranger has signed. */
    private Mutation checkpoint() {
        var lines = new ArrayList<>(List.of(text(CHECKPOINTS).split("\n")));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            default -> lines.set(at, signedByStranger(lines.get(at)));
        }
        return remade(
                "checkpoint",
                with(CHECKPOINTS, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8)),
                List.of("checkpoint"));
    }

    private String signedByStranger(String line) {
        var row = (ObjectNode) read(line);
        var signed = SignedNote.parse(row.get("note").asText());
        return row.put("note", Checkpoint.parse(signed.text()).sign(stranger).toString())
                .toString();
    }

    /** A whole other log, in which one event says something else: all fits but the signatures, which are a stranger's. */
    private Mutation rechain() {
        var forged = new TreeMap<>(files);
        var name = pick("/rows.ndjson");
        var rows = new ArrayList<ObjectNode>();
        text(name).lines().forEach(line -> rows.add((ObjectNode) read(line)));
        var tree = new Frontier();
        var leaf = Merkle.leaf(rows.get(0).toString().getBytes(StandardCharsets.UTF_8));
        tree.append(leaf);
        var note = new Checkpoint("test/archive", 1, tree.root(), null).sign(stranger);
        var line = JSON.createObjectNode().put("no", 1).put("note", note.toString());
        line.putArray("consistency");
        forged.put(CHECKPOINTS, (line + "\n").getBytes(StandardCharsets.UTF_8));
        if (random.nextBoolean()) {
            forged.put("log/key.txt", (stranger.verifier() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        signManifest(forged, stranger);
        return new Mutation("another log by a stranger", packed(forged), List.of("checkpoint"));
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
