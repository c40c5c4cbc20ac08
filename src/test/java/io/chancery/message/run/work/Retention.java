package io.chancery.message.run.work;

import jakarta.enterprise.context.ApplicationScoped;

/** Turns the crank of the job that deletes what is old. */
@ApplicationScoped
public class Retention {

    private final RunExpiryJob job;

    Retention(RunExpiryJob job) {
        this.job = job;
    }

    public void enforce() {
        job.run();
    }
}
