/** From a waiting delivery to a rendition in the archive and a place in the dispatch queue. */
@NullMarked
package io.chancery.message.compose;

import org.jspecify.annotations.NullMarked;
