/** What a message would be, for whoever writes its template: on all channels at once, and nothing of it is sent or kept. */
@NullMarked
package io.chancery.message.preview;

import org.jspecify.annotations.NullMarked;
