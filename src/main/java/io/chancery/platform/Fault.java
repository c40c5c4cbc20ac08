package io.chancery.platform;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the request body
 * @param detail what is wrong, in words, without repeating personal data
 */
public record Fault(String pointer, String detail) {}
