/// Amazon Bedrock as model, through `ConverseStream`. Start at [BedrockModel]. Nothing of the SDK leaves this package
/// but the client that is handed in.
@NullMarked
package dev.pickup.media.model.bedrock;

import org.jspecify.annotations.NullMarked;
