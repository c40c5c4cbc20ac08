/** From the bodies of requests to declarations and preferences, or to a refusal that names every fault. */
@NullMarked
package io.chancery.consent.request;

import org.jspecify.annotations.NullMarked;
