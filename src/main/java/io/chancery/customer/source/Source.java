package io.chancery.customer.source;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A system that delivers customer records.
 *
 * @param key its name in URLs
 * @param version goes up with every change of the definition
 */
public record Source(String key, @JsonUnwrapped SourceDefinition definition, int version) {}
