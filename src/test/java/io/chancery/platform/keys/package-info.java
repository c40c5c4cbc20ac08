@NullMarked
package io.chancery.platform.keys;

import org.jspecify.annotations.NullMarked;
