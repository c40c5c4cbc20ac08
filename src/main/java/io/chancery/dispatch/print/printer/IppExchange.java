package io.chancery.dispatch.print.printer;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import io.chancery.dispatch.print.printer.TargetException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/** A request to a printer and its answer (RFC 8010). */
final class IppExchange {

    private static final int PORT = 631;
    private static final int OK = 200;
    private static final Duration TO_CONNECT = Duration.ofSeconds(10);
    private static final Duration TO_ANSWER = Duration.ofMinutes(5);

    private final URI printer;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TO_CONNECT)
            .build();

    IppExchange(URI printer) {
        this.printer = printer;
    }

    IppPacket send(IppPacket request) {
        return post(BodyPublishers.ofByteArray(bytes(request)), Kind.TEMPORARY);
    }

    /** If the line breaks when the document is on its way, nobody knows whether it is printed. */
    IppPacket send(IppPacket request, Path document) {
        try {
            var body =
                    BodyPublishers.concat(BodyPublishers.ofByteArray(bytes(request)), BodyPublishers.ofFile(document));
            return post(body, Kind.UNCERTAIN);
        } catch (FileNotFoundException missing) {
            throw new TargetException(Kind.REFUSED, "The batch is not there", missing);
        }
    }

    private IppPacket post(BodyPublisher body, Kind whenBroken) {
        var request = HttpRequest.newBuilder(address())
                .header("Content-Type", "application/ipp")
                .timeout(TO_ANSWER)
                .POST(body)
                .build();
        try {
            var answer = client.send(request, BodyHandlers.ofInputStream());
            try (var content = answer.body()) {
                if (answer.statusCode() != OK) {
                    throw new TargetException(Kind.REFUSED, "The printer answers with HTTP " + answer.statusCode());
                }
                return new IppInputStream(content).readPacket();
            }
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            throw new TargetException(Kind.TEMPORARY, "The printer is not reached", unreachable);
        } catch (IOException broken) {
            throw new TargetException(whenBroken, "The printer did not answer", broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TargetException(whenBroken, "Interrupted", interrupted);
        }
    }

    /** IPP is HTTP on a port of its own. */
    private URI address() {
        var scheme = "ipps".equals(printer.getScheme()) || "https".equals(printer.getScheme()) ? "https" : "http";
        int port = printer.getPort() < 0 ? PORT : printer.getPort();
        return URI.create(scheme + "://" + printer.getHost() + ":" + port + printer.getRawPath());
    }

    private static byte[] bytes(IppPacket request) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new IppOutputStream(bytes)) {
            out.write(request);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }
}
