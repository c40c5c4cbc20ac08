package io.chancery.customer.matching.spelling;

/** How two names stand to each other, from the strongest to the weakest. */
public enum NameLikeness {
    /** The same letters. */
    EXACT,
    /** Some words are the same, and none contradicts: «Hans Peter» and «Peter», «Meier-Lang» and «Lang». */
    PART,
    /** A pet form, or another form of the name. */
    FORM,
    /** A slip of the hand. */
    NEAR,
    /** Other letters, but the same consonants to the ear: «Leigh» and «Lee», «Zara» and «Sarah». */
    SOUND,
    /** One of them is only a letter. */
    INITIAL,
    DIFFERENT
}
