/** Where declarations and preferences are kept. For the consent feature alone. */
@NullMarked
package io.chancery.consent.store;

import org.jspecify.annotations.NullMarked;
