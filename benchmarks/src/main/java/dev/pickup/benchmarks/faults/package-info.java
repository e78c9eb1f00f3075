/// Many calls through the real clients of Transcribe, Bedrock and Polly against simulated services that go wrong in
/// the middle of a turn. Start at [dev.pickup.benchmarks.faults.FaultRun].
@NullMarked
package dev.pickup.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
