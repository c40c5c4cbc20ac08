package io.chancery.template.life;

import io.chancery.template.ImportReport.SourceFault;
import io.chancery.template.source.SourceFiles;
import io.chancery.template.source.TemplateLibrary;
import io.chancery.template.store.FaultyTemplatesException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets versions be made of what was found to be faultless, with all that they are going to pin. */
@ApplicationScoped
public class Submissions {

    /**
     * Checks a folder, which may take longer than a transaction, and makes something of it if it is still the same
     * after that.
     *
     * @throws io.chancery.platform.ProblemException if anything is wrong with it, or it has changed meanwhile
     */
    public <T> T submit(
            Supplier<SortedMap<String, byte[]>> folder,
            Function<TemplateLibrary, List<SourceFault>> check,
            Function<TemplateLibrary, T> make) {
        var seen = QuarkusTransaction.requiringNew().call(folder::get);
        var library = TemplateLibrary.of(SourceFiles.of(seen));
        var faults = check.apply(library);
        if (!faults.isEmpty()) {
            throw FaultyTemplatesException.draft(faults);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!isSame(seen, folder.get())) {
                throw LifeException.overtaken();
            }
            return make.apply(library);
        });
    }

    private static boolean isSame(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), other.get(file.getKey())));
    }
}
