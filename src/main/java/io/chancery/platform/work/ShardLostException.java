package io.chancery.platform.work;

import java.util.List;

/** Another node owns these shards now; what was done on them in this transaction must not be committed. */
public final class ShardLostException extends RuntimeException {

    private final transient List<ShardLease> lost;

    ShardLostException(List<ShardLease> lost) {
        super("Shards lost to another node: " + lost);
        this.lost = lost;
    }

    public List<ShardLease> lost() {
        return lost;
    }
}
