package io.chancery.web.message;

/**
 * What a message was asked for with.
 *
 * @param channels the wished ones; empty if that was left to preference and plan
 * @param erased whether the data are gone with the customer
 */
record MessageData(String data, String metadata, String channels, boolean erased) {}
