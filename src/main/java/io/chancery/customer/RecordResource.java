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
import java.io.InputStream;
import java.nio.charset.Charset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
    @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT), examples = @ExampleObject(value = """
                    {"KUNDENNR": "K100042", "NAME": "Muster, Ida", "STRASSE": "Am Hang", "HAUSNR": "5", "PLZ": "12043",
                     "ORT": "Berlin", "LAND": "Deutschland", "TEL": "0171 3920001", "EMAIL": "ida@example.org"}
                    """)))
    @APIResponse(responseCode = "200", description = "created, updated or unchanged, and which values were dropped")
    @APIResponse(responseCode = "422", description = "invalid-record: nothing was taken")
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
    @Operation(
            summary = "Takes a stream of any length; lines that cannot be taken are reported, all others are taken",
            description = "CSV has a header and the source's delimiter and encoding, NDJSON one object on each line. To"
                    + " send the same again does no harm: what has not changed is only counted.")
    @RequestBody(
            content = {
                @Content(mediaType = CSV, examples = @ExampleObject(value = """
                        KUNDENNR;NAME;STRASSE;HAUSNR;PLZ;ORT;LAND;GEBDAT;TEL;EMAIL;GEAENDERT
                        K100042;Muster, Ida;Am Hang;5;12043;Berlin;Deutschland;;;ida@example.org;01.10.2026 08:00
                        """)),
                @Content(mediaType = NDJSON, examples = @ExampleObject(value = """
                        {"KUNDENNR": "K100042", "NAME": "Muster, Ida", "EMAIL": "ida@example.org"}
                        """))
            })
    @APIResponse(responseCode = "200", description = "What became of the lines, with the first 1,000 faults")
    @APIResponse(responseCode = "422", description = "The header does not fit the source's mapping: nothing was taken")
    public ImportReport post(
            @PathParam("source") String source,
            @HeaderParam("Content-Type") @Nullable MediaType named,
            InputStream content) {
        var type = named == null ? MediaType.APPLICATION_OCTET_STREAM_TYPE : named;
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
