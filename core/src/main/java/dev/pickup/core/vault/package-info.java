/// The vault: [EnvelopeVault] seals, [KmsDataKeys] and [KeyFileDataKeys] keep the master keys. One
/// envelope format for both, so that what differs between the cloud and a local run is only who wraps the
/// key.
///
/// Imports `core.credential`, the JDK's cryptography, and the AWS SDK in [KmsDataKeys].
@NullMarked
package dev.pickup.core.vault;

import org.jspecify.annotations.NullMarked;
