/** Takes declarations and preferences over REST, and shows what is on record. For the consent feature alone. */
@NullMarked
package io.chancery.consent.desk;

import org.jspecify.annotations.NullMarked;
