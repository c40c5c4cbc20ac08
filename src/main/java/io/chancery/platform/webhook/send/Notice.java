package io.chancery.platform.webhook.send;

import java.util.List;

/**
 * What somebody is told.
 *
 * @param id the same at every attempt, so that the receiver can tell a repetition
 * @param body JSON
 * @param secrets each of them signs
 */
public record Notice(String url, String id, String body, List<byte[]> secrets) {}
