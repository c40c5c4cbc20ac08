package io.chancery.dispatch.sms.gateway.callback;

import io.chancery.dispatch.Receipts;
import io.chancery.platform.request.RequestBody;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Takes receipts from gateways, which are no clients of ours and sign what they say. */
@Path("/api/v1/receipts/sms/{gateway}")
class ReceiptResource {

    private static final Logger LOG = Logger.getLogger(ReceiptResource.class);
    private static final int LIMIT = 256 * 1024;
    private static final int UNAVAILABLE = 503;
    private static final int TRY_AGAIN_AFTER = 30;

    private final Callbacks callbacks;
    private final Receipts receipts;

    ReceiptResource(Callbacks callbacks, Receipts receipts) {
        this.callbacks = callbacks;
        this.receipts = receipts;
    }

    /** Answers 204 when all receipts are stored, and 503 if not, so that the gateway brings them again. */
    @POST
    @PermitAll
    public Response take(@PathParam("gateway") String gateway, @Context HttpHeaders headers, InputStream content) {
        var desk = callbacks.find(gateway).orElseThrow(CallbackException::unknownGateway);
        var body = read(content);
        if (!desk.signature().passes(name -> Optional.ofNullable(headers.getHeaderString(name)), body)) {
            LOG.debugf("A receipt in the name of gateway %s is not signed as agreed", gateway);
            throw CallbackException.notSigned();
        }
        return record(desk.reader().read(RequestBody.read(body).json()), gateway)
                ? Response.noContent().build()
                : Response.status(UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, TRY_AGAIN_AFTER)
                        .build();
    }

    /** Nobody has been recognised yet, so no more is read than a gateway needs. */
    private static byte[] read(InputStream content) {
        try {
            var body = content.readNBytes(LIMIT + 1);
            if (body.length > LIMIT) {
                throw CallbackException.tooLarge(LIMIT);
            }
            return body;
        } catch (IOException cut) {
            throw CallbackException.incomplete();
        }
    }

    private boolean record(List<Receipt> news, String gateway) {
        try {
            var own = receipts.of(gateway);
            news.forEach(receipt -> own.record(receipt.reference(), receipt.delivered(), receipt.code(), receipt.at()));
            return true;
        } catch (RuntimeException notRecorded) {
            LOG.warnf("A receipt of gateway %s could not be recorded, so it will bring it again", gateway);
            return false;
        }
    }
}
