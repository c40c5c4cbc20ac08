package io.chancery.archive.export.dossier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chancery.archive.DeliverySelection;
import io.chancery.archive.TestArchive;
import io.chancery.archive.document.TestDocuments;
import io.chancery.archive.expiry.TestDeletions;
import io.chancery.archive.key.TestCustomerKeys;
import io.chancery.platform.TestDatabase;
import java.time.Clock;

/** Dossiers on a test database. */
public final class TestDossiers {

    private TestDossiers() {}

    public static Dossiers on(TestDatabase database, Clock clock, DeliverySelection selection) {
        var keys = TestCustomerKeys.on(database.sql(), clock);
        return new Dossiers(
                TestArchive.on(database, clock),
                new EventRows(database.sql(), new ObjectMapper()),
                TestDocuments.opened(database.sql(), keys),
                keys,
                selection,
                TestDeletions.on(database.sql()));
    }
}
