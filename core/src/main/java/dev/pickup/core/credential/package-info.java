/// Keys that accounts have given us for their own carrier accounts: tested before they are taken in,
/// sealed, and opened only for the work at hand. Start at [CredentialDesk] and [CredentialOpener]; how
/// sealing works is told at [Vault].
@NullMarked
package dev.pickup.core.credential;

import org.jspecify.annotations.NullMarked;
