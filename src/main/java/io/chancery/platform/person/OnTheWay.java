package io.chancery.platform.person;

import java.util.List;

/** What is on its way to a person: a bean of each feature that can stop some of it. */
public interface OnTheWay {

    /** Calls off what can still be called off, in the caller's transaction. */
    default void callOff(Person person) {}

    /** What cannot, or has not been: an erasure waits for it. */
    List<Wait> left(Person person);
}
