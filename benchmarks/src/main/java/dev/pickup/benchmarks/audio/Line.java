package dev.pickup.benchmarks.audio;

import dev.pickup.simulators.telnyx.fault.Fault;
import dev.pickup.simulators.telnyx.fault.FaultScript;
import java.util.List;

/// A telephone line, good or bad.
///
/// @param name   as the table has it
/// @param faults what is wrong with it
record Line(String name, FaultScript faults) {
    /// The lines that callers have. Synthetic speech has about -22 dBFS, so noise at -42 is 20 dB below it.
    static final List<Line> ALL = List.of(
            new Line("quiet", FaultScript.none()),
            new Line("noise, 20 dB below speech", FaultScript.of(new Fault.Background("noise", -42))),
            new Line("babble, 15 dB below speech", FaultScript.of(new Fault.Background("babble", -37))),
            new Line("echo -20 dB after 50 ms", FaultScript.of(new Fault.Echo(50, -20))),
            new Line("echo -20 dB after 200 ms", FaultScript.of(new Fault.Echo(200, -20))),
            new Line("echo -20 dB after 400 ms", FaultScript.of(new Fault.Echo(400, -20))),
            new Line("frames up to 60 ms late", FaultScript.of(new Fault.FrameJitter(60))),
            new Line("3 % of frames lost", FaultScript.of(new Fault.FramesLost(0.03))));
}
