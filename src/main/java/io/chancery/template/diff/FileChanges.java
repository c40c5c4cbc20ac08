package io.chancery.template.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.chancery.template.Difference.FileChange;
import io.chancery.template.Difference.FileChange.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the files that differ between two versions. */
final class FileChanges {

    private static final int LINES_AROUND = 3;

    private FileChanges() {}

    /** Every file that is not the same in both, by path. */
    static List<FileChange> between(Map<String, byte[]> from, Map<String, byte[]> to) {
        var paths = new TreeSet<>(from.keySet());
        paths.addAll(to.keySet());
        var changes = new ArrayList<FileChange>();
        for (var path : paths) {
            var before = from.get(path);
            var after = to.get(path);
            if (!Arrays.equals(before, after)) {
                var kind = before == null ? Kind.ADDED : after == null ? Kind.REMOVED : Kind.CHANGED;
                changes.add(new FileChange(path, kind, diff(path, before, after)));
            }
        }
        return List.copyOf(changes);
    }

    private static @Nullable String diff(String path, byte @Nullable [] from, byte @Nullable [] to) {
        try {
            var before = lines(from);
            var after = lines(to);
            var name = from == null ? "/dev/null" : path;
            var newName = to == null ? "/dev/null" : path;
            var patch = DiffUtils.diff(before, after);
            return String.join("\n", UnifiedDiffUtils.generateUnifiedDiff(name, newName, before, patch, LINES_AROUND));
        } catch (CharacterCodingException noText) {
            return null;
        }
    }

    private static List<String> lines(byte @Nullable [] content) throws CharacterCodingException {
        if (content == null) {
            return List.of();
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString()
                .lines()
                .toList();
    }
}
