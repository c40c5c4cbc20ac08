package io.chancery.render.letter;

import io.chancery.render.RenderRequest;
import io.chancery.render.RenderRequest.Copy;
import io.chancery.render.data.DataModel;
import java.util.Map;
import java.util.Optional;

/** The line by which readers see that they hold a copy, and of whose message. Languages without an entry use English. */
public final class CopyNote {

    private static final Map<String, Wording> WORDINGS = Map.of(
            "de", new Wording("Kopie an: ", "Original an: "),
            "fr", new Wording("Copie à : ", "Original à : "),
            "it", new Wording("Copia a: ", "Originale a: "));

    private static final Wording ENGLISH = new Wording("Copy to: ", "Original to: ");

    private CopyNote() {}

    private record Wording(String copy, String original) {

        private String of(Copy copy) {
            var name = DataModel.printable(copy.original().name().full());
            return this.copy + DataModel.printable(copy.title()) + (name.isBlank() ? "" : ", " + original + name);
        }
    }

    /** One line of plain text; empty if the request is for no copy. */
    public static Optional<String> of(RenderRequest request) {
        return Optional.ofNullable(request.copy())
                .map(copy -> WORDINGS.getOrDefault(request.language(), ENGLISH).of(copy));
    }
}
