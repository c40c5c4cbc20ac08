/** Charts of a few figures: what an author asks for, and how it is drawn in the brand's fonts and colours. XChart is used here only. */
@NullMarked
package io.chancery.render.chart;

import org.jspecify.annotations.NullMarked;
