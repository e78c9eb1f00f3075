/// Amazon Bedrock's `ConverseStream`, on the wire. Start at [BedrockSimulator].
@NullMarked
package dev.pickup.simulators.bedrock;

import org.jspecify.annotations.NullMarked;
