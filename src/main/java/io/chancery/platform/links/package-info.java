/** Links for people who have no key: what a link names is signed, so that nobody can make one up or change it. */
@NullMarked
package io.chancery.platform.links;

import org.jspecify.annotations.NullMarked;
