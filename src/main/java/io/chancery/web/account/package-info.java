/** People's own accounts, and those of others for administrators. */
@NullMarked
package io.chancery.web.account;

import org.jspecify.annotations.NullMarked;
