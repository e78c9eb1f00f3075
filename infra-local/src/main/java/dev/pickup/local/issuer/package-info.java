/// Access tokens without an account anywhere: issued and checked as Amazon Cognito's are. Start at [LocalIssuer].
///
/// May import the JDK, Nimbus JOSE and `core.account`.
@NullMarked
package dev.pickup.local.issuer;

import org.jspecify.annotations.NullMarked;
