package io.chancery.archive.blob;

import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.SetBucketVersioningArgs;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/** An S3 store by others (S3Proxy), which keeps its objects in memory while it is down. */
public final class TestObjectStore implements AutoCloseable {

    private static final String BUCKET = "archive";
    private static final String SECRET = "kept to ourselves";

    private final TransientNio2BlobStore content = new TransientNio2BlobStore();
    private final MinioClient client;
    private S3Proxy server;
    private final int port;

    public TestObjectStore() throws Exception {
        server = started(0);
        port = server.getPort();
        client = MinioClient.builder()
                .endpoint("http://127.0.0.1:" + port)
                .region("us-east-1")
                .credentials("chancery", SECRET)
                // No connection is used again: the server may have been down since.
                .httpClient(new OkHttpClient.Builder()
                        .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                        .build())
                .build();
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
    }

    private S3Proxy started(int at) throws Exception {
        var made = S3Proxy.builder()
                .blobStore(content)
                .endpoint(URI.create("http://127.0.0.1:" + at))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "chancery", SECRET)
                .stopTimeout(0)
                .build();
        made.start();
        return made;
    }

    public void up() throws Exception {
        server = started(port);
    }

    public void down() throws Exception {
        server.stop();
    }

    /** The settings of an application that uses it. */
    public Map<String, String> settings() {
        return Map.of(
                "chancery.archive.store",
                "s3",
                "chancery.archive.store.s3.endpoint",
                "http://127.0.0.1:" + port,
                "chancery.archive.store.s3.bucket",
                BUCKET,
                "chancery.archive.store.s3.access-key",
                "chancery",
                "chancery.archive.store.s3.secret-key",
                SECRET,
                "chancery.archive.store.s3.timeout",
                "2s");
    }

    /** The same, but for one. */
    Map<String, String> settings(String key, String value) {
        var settings = new HashMap<>(settings());
        settings.put("chancery.archive.store" + key, value);
        return settings;
    }

    public Blobs blobs() {
        return TestBlobs.of(settings());
    }

    void keepVersions() throws Exception {
        client.setBucketVersioning(SetBucketVersioningArgs.builder()
                .bucket(BUCKET)
                .config(new VersioningConfiguration(VersioningConfiguration.Status.ENABLED, false))
                .build());
    }

    /** The keys of all objects, or of all their versions. */
    public List<String> keys(boolean versions) throws Exception {
        var keys = new ArrayList<String>();
        for (var found : client.listObjects(ListObjectsArgs.builder()
                .bucket(BUCKET)
                .recursive(true)
                .includeVersions(versions)
                .build())) {
            keys.add(found.get().objectName());
        }
        return keys;
    }

    /** Does what nobody may. */
    public void overwrite(String key, byte[] bytes) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(BUCKET).object(key).stream(
                        new ByteArrayInputStream(bytes), bytes.length, -1)
                .build());
    }

    public void remove(String key) throws Exception {
        client.removeObject(
                RemoveObjectArgs.builder().bucket(BUCKET).object(key).build());
    }

    @Override
    public void close() throws Exception {
        server.stop();
    }
}
