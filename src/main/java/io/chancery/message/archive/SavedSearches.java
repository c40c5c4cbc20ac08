package io.chancery.message.archive;

import io.chancery.message.ArchiveDesk.SavedSearch;
import io.chancery.message.archive.query.ArchiveQuery;
import io.chancery.message.archive.query.InvalidSearchException;
import io.chancery.message.archive.query.QueryKey;
import io.chancery.platform.request.BodyFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Searches of the archive that somebody wants to make again. */
@ApplicationScoped
public class SavedSearches {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final int LONGEST_QUERY = 1000;

    private final SavedSearchTable searches;

    SavedSearches(SavedSearchTable searches) {
        this.searches = searches;
    }

    /** Their own first, and what others share. */
    public List<SavedSearch> list(UUID clientId) {
        return searches.list(clientId);
    }

    /** Their own, or else one that is shared. */
    SavedSearch get(UUID clientId, String name) {
        return searches.find(clientId, name).orElseThrow(UnknownEntryException::search);
    }

    /** Saves it, if its query makes sense and names no recipient. */
    public SavedSearch save(UUID clientId, String name, BodyFields fields) {
        if (!NAME.matcher(name).matches()) {
            throw InvalidSearchException.of("name", "has up to 63 of a-z, 0-9 and -, and does not begin with -");
        }
        fields.allow(Set.of("query", "shared"));
        var query = fields.required("query", LONGEST_QUERY);
        boolean shared = fields.flag("shared");
        fields.refuseFaulty(InvalidSearchException::new);
        if (ArchiveQuery.ofBody(query, Map.of()).find(QueryKey.RECIPIENT).isPresent()) {
            throw InvalidSearchException.of("query", "names a recipient, which cannot be saved");
        }
        searches.put(clientId, name, query, shared);
        return get(clientId, name);
    }

    /** Deletes one of their own. */
    public void delete(UUID clientId, String name) {
        if (!searches.delete(clientId, name)) {
            throw UnknownEntryException.search();
        }
    }
}
