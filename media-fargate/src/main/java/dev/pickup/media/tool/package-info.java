/// The way to the tools function in the cloud: [LambdaToolInvoker]. May import the AWS SDK and `replying`'s port.
@NullMarked
package dev.pickup.media.tool;

import org.jspecify.annotations.NullMarked;
