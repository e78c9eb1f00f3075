/// Transcribe, Bedrock and Polly as they are simulated, as slow as is said, and the engines that reach them with the
/// real clients as a task in the cloud does. Start at [dev.pickup.benchmarks.cloud.SimulatedServices] and
/// [dev.pickup.benchmarks.cloud.AwsEngines].
@NullMarked
package dev.pickup.benchmarks.cloud;

import org.jspecify.annotations.NullMarked;
