/** Bodies of requests, read strictly. */
@NullMarked
package io.chancery.platform.request;

import org.jspecify.annotations.NullMarked;
