/** How a version comes to live: drafted, submitted, approved by somebody else, published, retired. */
@NullMarked
package io.chancery.template.life;

import org.jspecify.annotations.NullMarked;
