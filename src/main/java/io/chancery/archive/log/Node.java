package io.chancery.archive.log;

/**
 * The hash of a complete subtree of 256<sup>level</sup> leaves. Once there, it never changes, however the log grows.
 *
 * @param no how many such subtrees lie to its left
 */
public record Node(int level, long no, Hash hash) {}
