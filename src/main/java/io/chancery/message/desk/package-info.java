/** The messages for business systems: how they are asked for, read and called off. */
@NullMarked
package io.chancery.message.desk;

import org.jspecify.annotations.NullMarked;
