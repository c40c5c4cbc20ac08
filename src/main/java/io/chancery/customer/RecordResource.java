package io.chancery.customer;

import io.chancery.customer.mapping.Mapping;
import io.chancery.customer.source.ImportReport;
import io.chancery.customer.source.Records;
import io.chancery.customer.source.SourceException;
import io.chancery.customer.source.Sources;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the sources deliver. */
@Path("/api/v1/sources/{source}/records")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sources")
class RecordResource {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";

    private final Sources sources;
    private final Records records;

    RecordResource(Sources sources, Records records) {
        this.sources = sources;
        this.records = records;
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"system", "steward", "admin"})
    @Operation(summary = "Takes one record: a JSON object with the source's own column names")
    public Records.Taken put(@PathParam("source") String source, @PathParam("id") String id, String columns) {
        return records.put(source, id, columns);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"system", "steward", "admin"})
    @Operation(summary = "Forgets one record")
    public void delete(@PathParam("source") String source, @PathParam("id") String id) {
        records.remove(source, id);
    }

    @POST
    @Consumes({CSV, NDJSON, MediaType.APPLICATION_OCTET_STREAM})
    @RolesAllowed({"system", "steward", "admin"})
    @Operation(summary = "Takes a stream of any length; lines that cannot be taken are reported, all others are taken")
    public ImportReport post(
            @PathParam("source") String source, @HeaderParam("Content-Type") MediaType type, InputStream content)
            throws IOException {
        var known = sources.get(source);
        var mapping = known.definition().mapping();
        var format = format(type, mapping);
        return records.take(known, content, format, encoding(type, mapping.encodingOf(format)));
    }

    private static Mapping.Format format(MediaType type, Mapping mapping) {
        if (type.isCompatible(MediaType.valueOf(CSV))) {
            return Mapping.Format.CSV;
        }
        return type.isCompatible(MediaType.valueOf(NDJSON)) ? Mapping.Format.NDJSON : mapping.format();
    }

    private static Charset encoding(MediaType type, String otherwise) {
        var named = type.getParameters().getOrDefault("charset", otherwise);
        try {
            return Charset.forName(named);
        } catch (IllegalArgumentException e) {
            throw SourceException.unknownEncoding();
        }
    }
}
