/// AWS services that run on this machine. Start at [DynamoDbLocal].
@NullMarked
package dev.pickup.simulators.aws;

import org.jspecify.annotations.NullMarked;
