package io.chancery.archive.log.time;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What an authority has said: that something was there at this time.
 *
 * @param authority its name, as its certificate has it
 * @param serial by which the authority finds it again
 */
public record TimeStamp(Instant at, String authority, BigInteger serial) {}
