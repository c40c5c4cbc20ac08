package io.chancery.render.difference;

import io.chancery.platform.digest.Sha256;
import io.chancery.render.difference.Difference.Finding;
import io.chancery.render.difference.text.LineDiff;
import io.chancery.render.difference.text.Masks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the files inside two mails or letters by their names. */
public final class FileComparison {

    private final Masks masks;
    private final LetterComparison letters;

    /**
     * @param letters compares files that are PDF themselves
     */
    public FileComparison(Masks masks, LetterComparison letters) {
        this.masks = masks;
        this.letters = letters;
    }

    /** Every file that differs, in the order of the old ones, new ones behind them. */
    public List<FileDifference> compare(List<EnclosedFile> old, List<EnclosedFile> now) {
        var before = byName(old);
        var after = byName(now);
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        var different = new ArrayList<FileDifference>();
        for (var name : names) {
            compare(name, before.get(name), after.get(name), different);
        }
        return List.copyOf(different);
    }

    /** Two files of one name are told apart by a number. */
    private static Map<String, EnclosedFile> byName(List<EnclosedFile> files) {
        var named = new LinkedHashMap<String, EnclosedFile>();
        for (var file : files) {
            var name = file.name();
            for (int i = 2; named.containsKey(name); i++) {
                name = file.name() + " (" + i + ")";
            }
            named.put(name, file);
        }
        return named;
    }

    private void compare(
            String name, @Nullable EnclosedFile old, @Nullable EnclosedFile now, List<FileDifference> different) {
        if (old == null || now == null) {
            var change = old == null ? Change.ONLY_IN_NEW : Change.ONLY_IN_OLD;
            different.add(new FileDifference(name, change, sha256(old), sha256(now), List.of()));
        } else if (!Arrays.equals(old.content(), now.content())) {
            var findings = findings(old, now);
            if (findings.isEmpty() || !findings.get().isEmpty()) {
                different.add(
                        new FileDifference(name, Change.CHANGED, sha256(old), sha256(now), findings.orElse(List.of())));
            }
        }
    }

    /** None in a list if nothing that counts differs; no list if nobody can look inside. */
    private Optional<List<Finding>> findings(EnclosedFile old, EnclosedFile now) {
        if (old.isLetter() && now.isLetter()) {
            return Optional.of(letters.compare(old.content(), now.content()).findings());
        }
        if (old.isText() && now.isText()) {
            var lines = LineDiff.between(masks.masked(old.text()), masks.masked(now.text()));
            return Optional.of(lines.isEmpty() ? List.of() : List.of(new Finding("its text differs", lines)));
        }
        return Optional.empty();
    }

    private static @Nullable String sha256(@Nullable EnclosedFile file) {
        return file == null ? null : Sha256.of(file.content());
    }
}
