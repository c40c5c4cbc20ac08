package io.chancery.message.archive.query;

/**
 * One thing that is asked for.
 *
 * @param value in the one form of its key; of a text as it was typed
 * @param quoted of a text: whether just these words in this order are meant
 * @param excluded whether it is asked for what does not have the value
 */
public record QueryTerm(QueryKey key, String value, boolean quoted, boolean excluded) {}
