/** How callers prove who they are: API keys as bearer tokens for systems, a sign-in form for people. */
@NullMarked
package io.chancery.platform.security;

import org.jspecify.annotations.NullMarked;
