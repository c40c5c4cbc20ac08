package io.chancery.web.author.asset;

import io.chancery.platform.ProblemException;
import io.chancery.platform.audit.AuditAction;
import io.chancery.platform.audit.Audited;
import io.chancery.platform.audit.Concerns;
import io.chancery.platform.audit.SubjectKind;
import io.chancery.template.SourceKey;
import io.chancery.template.SourceKey.Kind;
import io.chancery.template.Workshop;
import io.chancery.web.author.Forms;
import io.chancery.web.author.Policies;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The pictures, fonts and enclosures of a brand: each is looked at before it is taken. */
@Concerns(SubjectKind.BRAND)
@Path("/brands/{key}/workshop/assets")
class AssetPages {

    /** Whatever a drawing has in it, nothing of it runs. */
    private static final String POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

    private final Workshop workshop;

    AssetPages(Workshop workshop) {
        this.workshop = workshop;
    }

    @GET
    @Path("{path: .+}")
    @RolesAllowed({"author", "approver", "admin"})
    @Operation(hidden = true)
    public Response show(@PathParam("key") String key, @PathParam("path") String path) {
        var content = workshop.sources(brand(key)).files().get(AssetFile.FOLDER + path);
        if (content == null) {
            throw new NotFoundException();
        }
        return Policies.with(POLICY, Response.ok(content, AssetFile.mediaType(path)));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed({"author", "admin"})
    @Audited(value = AuditAction.CHANGED, kind = SubjectKind.BRAND, subject = "key")
    @Operation(hidden = true)
    public Response take(
            @Context SecurityIdentity identity,
            @PathParam("key") String key,
            @RestForm("asset") @Nullable FileUpload upload,
            @RestForm("folder") @DefaultValue("") String folder,
            @RestForm("revision") @DefaultValue("0") String revision) {
        var notice = "uploaded";
        try {
            var asset = AssetFile.of(folder, upload == null ? "" : upload.fileName(), content(upload));
            var files = new HashMap<String, byte @Nullable []>();
            files.put(asset.path(), asset.content());
            workshop.change(
                    brand(key),
                    files,
                    Forms.revision(revision),
                    identity.getPrincipal().getName());
        } catch (AssetException refused) {
            notice = refused.code();
        } catch (ProblemException refused) {
            notice = "stale-version".equals(refused.code()) ? "stale" : "asset-refused";
        }
        return Response.seeOther(UriBuilder.fromPath("/brands/" + key + "/workshop")
                        .queryParam("notice", notice)
                        .fragment("assets")
                        .build())
                .build();
    }

    private static byte[] content(@Nullable FileUpload upload) {
        try {
            return upload == null || upload.size() > AssetFile.LARGEST
                    ? new byte[0]
                    : Files.readAllBytes(upload.uploadedFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static SourceKey brand(String key) {
        return new SourceKey(Kind.BRAND, key);
    }
}
