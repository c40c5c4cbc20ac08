/** Signing in with the company's own accounts: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636). */
@NullMarked
package io.chancery.platform.oidc;

import org.jspecify.annotations.NullMarked;
