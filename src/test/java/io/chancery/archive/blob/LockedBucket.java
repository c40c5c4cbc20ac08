package io.chancery.archive.blob;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as S3 does where each object has one version, which is locked. */
final class LockedBucket implements AutoCloseable {

    private final HttpServer server;
    private final String until;
    private final AtomicInteger refused = new AtomicInteger();

    LockedBucket(String until) throws IOException {
        this.until = until;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int refused() {
        return refused.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = String.valueOf(exchange.getRequestURI().getQuery());
        if (exchange.getRequestMethod().equals("DELETE")) {
            refused.incrementAndGet();
            send(exchange, 403, "<Error><Code>AccessDenied</Code><Message>Object Lock</Message></Error>");
        } else if (query.contains("versioning")) {
            send(exchange, 200, "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        } else if (query.contains("retention")) {
            send(exchange, 200, """
                    <Retention><Mode>COMPLIANCE</Mode><RetainUntilDate>%s</RetainUntilDate></Retention>
                    """.formatted(until));
        } else if (query.contains("versions")) {
            send(exchange, 200, """
                    <ListVersionsResult><Name>archive</Name><Prefix/><IsTruncated>false</IsTruncated><Version><Key>%s</Key>
                    <VersionId>v1</VersionId><IsLatest>true</IsLatest><LastModified>2026-01-01T00:00:00.000Z</LastModified>
                    <Size>3</Size></Version></ListVersionsResult>
                    """.formatted(query.replaceAll(".*prefix=([^&]*).*", "$1")));
        } else {
            send(exchange, 200, """
                    <ListBucketResult><Name>archive</Name><Prefix/><IsTruncated>false</IsTruncated></ListBucketResult>
                    """);
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
