/// Recognition, model and voice that do nothing but take their time: as long as the real ones are said to. Start at
/// [dev.pickup.benchmarks.engine.EngineLatency] and [dev.pickup.benchmarks.engine.SimulatedEngines].
@NullMarked
package dev.pickup.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
