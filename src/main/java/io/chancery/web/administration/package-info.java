/** Administration: API clients and webhooks. */
@NullMarked
package io.chancery.web.administration;

import org.jspecify.annotations.NullMarked;
