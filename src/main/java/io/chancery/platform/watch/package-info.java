/**
 * What operators watch: gauges that a job samples, and health that tells a node that is dead from one that is slow. A feature
 * says what it measures through {@link Sampled}, and what is slow through {@link Lag}.
 */
@NullMarked
package io.chancery.platform.watch;

import org.jspecify.annotations.NullMarked;
