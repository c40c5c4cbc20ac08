package io.chancery.dispatch.print;

import io.chancery.platform.person.PersonFiles;
import io.chancery.platform.work.DataDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.UUID;

/** Letters in the folder that nobody has fetched: of an erased person they are not printed any more. */
@ApplicationScoped
class ErasedLetters implements PersonFiles {

    private final PrintFolder folder;

    ErasedLetters(PrintConfig config, DataDirectory data) {
        this.folder = new PrintFolder(PrintFolder.place(config, data));
    }

    @Override
    public void delete(Collection<UUID> deliveryIds) {
        try {
            for (var id : deliveryIds) {
                folder.delete(id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The letters of an erased person cannot be deleted", e);
        }
    }
}
