package io.chancery.platform.work;

@jakarta.enterprise.context.ApplicationScoped
public class ShardLeases {
    public static final int COUNT = 64;

    public java.util.Set<Integer> owned() {
        return java.util.Set.of();
    }

    public void requireOwned(java.util.Collection<Integer> s) {}
}
