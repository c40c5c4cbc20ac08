package io.chancery.platform.person;

/** What is on its way to a person: a bean of each feature that can stop some of it. */
public interface OnTheWay {

    /**
     * Calls off what can still be called off, in the caller's transaction.
     *
     * @return whether nothing is left that is being handed over
     */
    boolean callOff(Person person);
}
