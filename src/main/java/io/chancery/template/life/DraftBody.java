package io.chancery.template.life;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.chancery.platform.Fault;
import io.chancery.platform.request.BodyFields;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.source.TemplateLibrary;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the files of a draft, and refuses what could not even be kept. */
final class DraftBody {

    private static final String FILES = "files";
    private static final Pattern PATH =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*(/[A-Za-z0-9_-][A-Za-z0-9_.-]*){0,4}");
    private static final int MOST_FILES = 100;
    private static final int LARGEST_FILE = 5 << 20;
    private static final int LARGEST_DRAFT = 32 << 20;

    private final SourceKey source;
    private final BodyFields fields;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private long size;

    private DraftBody(SourceKey source, BodyFields fields) {
        this.source = source;
        this.fields = fields;
    }

    /** @throws LifeException with every fault of the body */
    static SortedMap<String, byte[]> read(SourceKey source, byte[] body) {
        var draft = new DraftBody(source, BodyFields.read(body));
        draft.fields.allow(Set.of(FILES));
        draft.checkKey();
        draft.readFiles(draft.fields.node(FILES));
        draft.fields.refuseFaulty(LifeException::invalidDraft);
        return draft.files;
    }

    /** @throws LifeException if these files could not be kept */
    static void check(SourceKey source, Map<String, byte[]> contents) {
        read(
                source,
                JsonNodeFactory.instance
                        .objectNode()
                        .set(FILES, FileContents.write(contents))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void checkKey() {
        if (!TemplateLibrary.isKey(source.key())) {
            fields.faults()
                    .add(new Fault(
                            "", "a key has a-z, 0-9 and '-', at most 63 characters, and is neither brands nor blocks"));
        }
    }

    private void readFiles(JsonNode node) {
        if (node.isMissingNode()) {
            fields.fault(FILES, "is missing");
        } else if (!node.isObject() || node.isEmpty() || node.size() > MOST_FILES) {
            fields.fault(FILES, "must be an object of 1 to " + MOST_FILES + " files, each by its path");
        } else {
            node.properties().forEach(file -> readFile(file.getKey(), file.getValue()));
        }
        if (size > LARGEST_DRAFT) {
            fields.fault(FILES, "are larger than " + (LARGEST_DRAFT >> 20) + " MB together");
        }
    }

    private void readFile(String path, JsonNode file) {
        if (!PATH.matcher(path).matches()) {
            fault(path, "is not the path of a file in a folder of templates");
        } else if (source.kind() == Kind.BLOCK && !path.equals(source.blockFile())) {
            fault(path, "is not the file of this block, which is " + source.blockFile());
        }
        FileContents.content(file)
                .ifPresentOrElse(
                        content -> take(path, content),
                        () -> fault(
                                path, "must be a text, without NUL and half surrogate pairs, or {\"base64\": \"…\"}"));
    }

    private void take(String path, byte[] content) {
        size += content.length;
        files.put(path, content);
        if (content.length > LARGEST_FILE) {
            fault(path, "is larger than " + (LARGEST_FILE >> 20) + " MB");
        }
    }

    private void fault(String path, String detail) {
        var pointer = "/" + FILES + "/" + path.replace("~", "~0").replace("/", "~1");
        fields.faults().add(new Fault(pointer, detail));
    }
}
