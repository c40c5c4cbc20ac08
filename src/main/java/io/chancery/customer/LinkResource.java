package io.chancery.customer;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.chancery.platform.DatabaseException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.SubjectKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which record belongs to which customer: the table by which other systems re-key what they hold. */
@Path("/api/v1/links")
@Tag(name = "Customers")
class LinkResource {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String SELECT = """
            select record.source, record.external_id, customer.ucid, link.score, link.origin
            from source_record as record join link on link.record_id = record.id
                join customer on customer.id = link.customer_id
            order by record.source, record.external_id
            """;

    private final DataSource database;
    private final JsonFactory json = new JsonFactory();

    LinkResource(DataSource database) {
        this.database = database;
    }

    @GET
    @Produces("application/x-ndjson")
    @RolesAllowed({"system", "steward", "agent", "compliance", "operator", "admin"})
    @Audited(value = AuditAction.EXPORTED, kind = SubjectKind.LINK)
    @Operation(summary = "Every link, one JSON object on each line: source, record, ucid, score, origin")
    public StreamingOutput list() {
        return this::write;
    }

    /** A connection of its own and no transaction manager: a slow reader may take longer than a transaction may. */
    private void write(OutputStream output) throws IOException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection, output);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** A fetch size makes the driver read by a cursor, so that memory does not grow with the table. */
    private void write(Connection connection, OutputStream output) throws SQLException, IOException {
        try (var select = connection.prepareStatement(SELECT);
                var generator = json.createGenerator(output, JsonEncoding.UTF8)) {
            generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            select.setFetchSize(ROWS_AT_ONCE);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    write(row, generator);
                }
            }
            generator.writeRaw('\n');
        }
    }

    private static void write(ResultSet row, JsonGenerator generator) throws SQLException, IOException {
        generator.writeStartObject();
        generator.writeStringField("source", row.getString(1));
        generator.writeStringField("record", row.getString(2));
        generator.writeStringField("ucid", row.getString(3));
        generator.writeNumberField("score", row.getFloat(4));
        generator.writeStringField("origin", row.getString(5));
        generator.writeEndObject();
    }
}
