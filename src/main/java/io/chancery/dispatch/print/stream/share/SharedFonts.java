package io.chancery.dispatch.print.stream.share;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;

/** The faces of a batch. Subsets of one face become one font; what cannot be put together stays as it is. */
final class SharedFonts {

    private static final int LETTERS = 26;

    private final List<SharedFont> fonts = new ArrayList<>();
    private final Map<COSDictionary, Optional<SharedFont>> known = new IdentityHashMap<>();

    /**
     * What stands for a font in every letter that has a part of it.
     *
     * @param font the one copy of it in this batch, so that a subset that many letters have is read once
     */
    Optional<COSDictionary> share(COSDictionary font) {
        return known.computeIfAbsent(font, this::find).map(SharedFont::dictionary);
    }

    private Optional<SharedFont> find(COSDictionary font) {
        var subset = SubsetFont.read(font);
        if (subset.isEmpty()) {
            return Optional.empty();
        }
        var shared = fonts.stream()
                .filter(candidate -> candidate.takes(subset.get()))
                .findFirst()
                .orElseGet(() -> another(subset.get()));
        shared.add(subset.get());
        return Optional.of(shared);
    }

    private SharedFont another(SubsetFont subset) {
        var font = new SharedFont(subset);
        fonts.add(font);
        return font;
    }

    void finish() throws IOException {
        for (int i = 0; i < fonts.size(); i++) {
            fonts.get(i).finish(tag(i));
        }
    }

    private static String tag(int number) {
        var tag = new StringBuilder();
        for (int rest = number; tag.length() < 6; rest /= LETTERS) {
            tag.insert(0, (char) ('A' + rest % LETTERS));
        }
        return tag.toString();
    }
}
