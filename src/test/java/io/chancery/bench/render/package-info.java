/** The renderer measured beside its peers, in one run and on equivalent input. */
@NullMarked
package io.chancery.bench.render;

import org.jspecify.annotations.NullMarked;
