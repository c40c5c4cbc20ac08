package io.chancery.archive.person.export;

import io.chancery.platform.DatabaseException;
import io.chancery.platform.person.Person;
import io.chancery.platform.person.PersonRows;
import io.chancery.platform.person.PersonStatement;
import io.chancery.platform.person.Share;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;

/**
 * Writes the ZIP with everything that is known of one person, and nothing of anybody else: rows by cursors and documents one
 * by one, so that memory does not grow with them. All rows are of one instant.
 */
@ApplicationScoped
public class PersonExport {

    private final PersonRows rows;
    private final ExportedDocuments documents;
    private final IndexPage index;
    private final DataSource database;

    PersonExport(PersonRows rows, ExportedDocuments documents, IndexPage index, DataSource database) {
        this.rows = rows;
        this.documents = documents;
        this.index = index;
        this.database = database;
    }

    /** A connection of its own and no transaction manager: a slow reader may take longer than a transaction may. */
    public void write(Person person, OutputStream output) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var begin = connection.createStatement()) {
                begin.execute("set transaction isolation level repeatable read, read only");
                write(connection, new PersonStatement(person, List.of()), output);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private void write(Connection connection, PersonStatement about, OutputStream output)
            throws SQLException, IOException {
        var zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
        var counts = new LinkedHashMap<Share, Long>();
        for (var share : rows.shares()) {
            zip.putNextEntry(new ZipEntry("data/" + share.name() + ".json"));
            counts.put(share, RowFormat.json(connection, about, share.query(), zip));
            zip.closeEntry();
            if (share.given()) {
                zip.putNextEntry(new ZipEntry("portability/" + share.name() + ".csv"));
                RowFormat.csv(connection, about, share.query(), zip);
                zip.closeEntry();
            }
        }
        documents.write(connection, about, zip);
        zip.putNextEntry(new ZipEntry("data/reasons.json"));
        zip.write(ReasonWords.json());
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("index.html"));
        index.write(new IndexPage.Content(connection, about, counts), zip);
        zip.closeEntry();
        // Not closed: that is for whoever has opened the stream.
        zip.finish();
    }
}
