package io.chancery.platform.work;

import java.util.List;

/** Another node owns these shards now; what was done on them in this transaction must not be committed. */
public final class ShardLostException extends RuntimeException {

    ShardLostException(List<ShardLease> lost) {
        super("Shards lost to another node: " + lost);
    }
}
