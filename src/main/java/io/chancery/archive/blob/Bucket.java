package io.chancery.archive.blob;

import io.minio.BucketExistsArgs;
import io.minio.GetBucketVersioningArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectLockConfigurationArgs;
import io.minio.GetObjectRetentionArgs;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.messages.Item;
import io.minio.messages.VersioningConfiguration;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The bucket: single requests, each tried three times if the store fails, and never logged with what they carry. */
final class Bucket {

    private static final Logger LOG = Logger.getLogger(Bucket.class);
    /** A single request takes up to 5 GiB; in parts the condition would hold for the last one only. */
    private static final long LEAST_PART = 5 << 20;

    private final MinioClient client;
    private final String name;
    private volatile @Nullable Boolean versioned;

    Bucket(BlobConfig.S3 config) {
        name = required(config.bucket(), "bucket");
        var dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(config.threads());
        dispatcher.setMaxRequestsPerHost(config.threads());
        var http = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(config.threads(), 1, TimeUnit.MINUTES))
                .connectTimeout(config.timeout())
                .readTimeout(config.timeout())
                .writeTimeout(config.timeout())
                .callTimeout(config.timeout())
                .build();
        client = MinioClient.builder()
                .endpoint(required(config.endpoint(), "endpoint").toString())
                .region(config.region())
                .credentials(required(config.accessKey(), "access-key"), required(config.secretKey(), "secret-key"))
                .httpClient(http)
                .build();
    }

    private static <T> T required(Optional<T> setting, String key) {
        return setting.orElseThrow(
                () -> new IllegalStateException("chancery.archive.store.s3." + key + " is not set, and is needed"));
    }

    /** An object that is there. */
    record Found(String key, Instant written) {}

    /** @throws BlobException if there is no such bucket, or not for us */
    void check() {
        if (!Request.call(() ->
                client.bucketExists(BucketExistsArgs.builder().bucket(name).build()))) {
            throw new BlobException("There is no bucket " + name + " in the S3 store", null);
        }
        boolean locked = hasLock();
        LOG.infof(
                "Documents lie in bucket %s, %s versions, %s",
                name,
                isVersioned() ? "with" : "without",
                locked
                        ? "with object lock"
                        : "without object lock: whoever may delete there can delete them, which the check would find");
    }

    private boolean hasLock() {
        try {
            return Request.call(() -> client.getObjectLockConfiguration(GetObjectLockConfigurationArgs.builder()
                                    .bucket(name)
                                    .build())
                            .mode())
                    != null;
        } catch (RefusedException e) {
            return false;
        }
    }

    private boolean isVersioned() {
        var known = versioned;
        if (known == null) {
            known = findVersioned();
            versioned = known;
        }
        return known;
    }

    private boolean findVersioned() {
        try {
            return Request.call(() -> client.getBucketVersioning(GetBucketVersioningArgs.builder()
                                    .bucket(name)
                                    .build())
                            .status())
                    != VersioningConfiguration.Status.OFF;
        } catch (RefusedException e) {
            if (e.is(RefusedException.NOT_IMPLEMENTED)) {
                return false;
            }
            throw e;
        }
    }

    /** Writes an object unless there is one of this name; whether there was none. */
    boolean put(String key, byte[] content) {
        try {
            Request.call(() -> client.putObject(PutObjectArgs.builder().bucket(name).object(key).stream(
                            new ByteArrayInputStream(content), content.length, Math.max(content.length, LEAST_PART))
                    .contentType("application/octet-stream")
                    .extraHeaders(Map.of("If-None-Match", "*"))
                    .build()));
            return true;
        } catch (RefusedException e) {
            if (e.is(RefusedException.TAKEN)) {
                return false;
            }
            throw e;
        }
    }

    Optional<byte[]> get(String key) {
        try {
            return Optional.of(Request.call(() -> {
                try (var body = client.getObject(
                        GetObjectArgs.builder().bucket(name).object(key).build())) {
                    return body.readAllBytes();
                }
            }));
        } catch (RefusedException e) {
            if (e.is(RefusedException.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Up to a thousand objects after one, in the order of their keys. */
    List<Found> list(String prefix, String after, int limit) {
        return Request.call(() -> {
            var found = new ArrayList<Found>();
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(name)
                    .prefix(prefix)
                    .startAfter(after)
                    .recursive(true)
                    .maxKeys(limit)
                    .build())) {
                var item = result.get();
                found.add(new Found(item.objectName(), item.lastModified().toInstant()));
                if (found.size() == limit) {
                    break;
                }
            }
            return found;
        });
    }

    /**
     * Deletes an object with all its versions.
     *
     * @param unknown until when it is locked if the store does not say
     * @return until when it is locked; empty if it is gone
     */
    Optional<Instant> delete(String key, Instant unknown) {
        for (var version : versions(key)) {
            try {
                Request.call(() -> {
                    client.removeObject(RemoveObjectArgs.builder()
                            .bucket(name)
                            .object(key)
                            .versionId(version)
                            .build());
                    return true;
                });
            } catch (RefusedException e) {
                if (!e.is(RefusedException.FORBIDDEN)) {
                    throw e;
                }
                return Optional.of(retainedUntil(key, version).orElse(unknown));
            }
        }
        return Optional.empty();
    }

    private List<String> versions(String key) {
        if (!isVersioned()) {
            return Collections.singletonList(null);
        }
        return Request.call(() -> {
            var found = new ArrayList<String>();
            for (Result<Item> result : client.listObjects(ListObjectsArgs.builder()
                    .bucket(name)
                    .prefix(key)
                    .includeVersions(true)
                    .build())) {
                found.add(result.get().versionId());
            }
            return found;
        });
    }

    private Optional<Instant> retainedUntil(String key, @Nullable String version) {
        try {
            var retention =
                    Request.call(() -> Optional.ofNullable(client.getObjectRetention(GetObjectRetentionArgs.builder()
                            .bucket(name)
                            .object(key)
                            .versionId(version)
                            .build())));
            return retention.map(found -> found.retainUntilDate().toInstant());
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
