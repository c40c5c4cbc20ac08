package io.chancery.platform.watch;

import java.util.List;

/** Whatever may be slow without being dead. A bean in whichever feature has it. */
public interface Lag {

    /** What is slow now, each in a sentence for operators; cheap, and asked of no database. */
    List<String> reasons();
}
