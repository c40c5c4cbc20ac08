package io.chancery.archive.blob;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where what is archived from now on lies. */
@ConfigMapping(prefix = "chancery.archive.store")
interface BlobConfig {

    /**
     * {@code postgresql} or {@code s3}. What was archived before a change stays where it is and can be read as long as the
     * settings of its store are there.
     */
    @WithParentName
    @WithDefault("postgresql")
    Kind kind();

    /** The S3-compatible store. */
    S3 s3();

    /** The kinds of stores. */
    enum Kind {
        POSTGRESQL,
        S3
    }

    /** How an S3-compatible store is reached. */
    interface S3 {

        /** Its URL, without the bucket. */
        Optional<URI> endpoint();

        /** The region that requests are signed for. */
        @WithDefault("us-east-1")
        String region();

        /** A bucket that is there already; its default retention applies to what is written (object lock). */
        Optional<String> bucket();

        /** May read, write, list and delete in the bucket, below the prefix. */
        Optional<String> accessKey();

        /** Never logged. */
        Optional<String> secretKey();

        /** What the name of each object begins with. One installation has it for itself. */
        @WithDefault("chancery/")
        String prefix();

        /** How many requests are open at once on a node. */
        @WithDefault("16")
        int threads();

        /** How long one request may take; it is tried three times. */
        @WithDefault("10s")
        Duration timeout();

        /** How often all objects are looked through for those that no row names. */
        @WithDefault("24h")
        Duration sweepEvery();
    }
}
