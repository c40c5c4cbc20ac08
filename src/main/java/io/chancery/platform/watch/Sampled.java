package io.chancery.platform.watch;

/** Gauges that cost a query, and so are read by a job and not by every scrape. A bean in whichever feature has them. */
public interface Sampled {

    /** Reads them. Each node reads what its own shards have, so that the sum over all nodes is the whole. */
    void sample();
}
