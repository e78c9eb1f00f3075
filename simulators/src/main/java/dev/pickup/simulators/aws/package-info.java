/// AWS services that run on this machine: [DynamoDbLocal], and [KmsLocal] as far as we use it.
@NullMarked
package dev.pickup.simulators.aws;

import org.jspecify.annotations.NullMarked;
