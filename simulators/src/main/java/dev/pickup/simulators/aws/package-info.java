/// AWS services that run on this machine. Start at [DynamoDbLocal], which is Amazon's own, [KmsLocal] as far as we use
/// it, and [AwsEndpoint], which serves the simulated ones: [KinesisSimulator], [LambdaSimulator], [S3Simulator].
@NullMarked
package dev.pickup.simulators.aws;

import org.jspecify.annotations.NullMarked;
