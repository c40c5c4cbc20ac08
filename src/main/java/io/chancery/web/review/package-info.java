/** Where versions wait for somebody who did not write them: what differs, in source and on every channel, and the decision. */
@NullMarked
package io.chancery.web.review;

import org.jspecify.annotations.NullMarked;
