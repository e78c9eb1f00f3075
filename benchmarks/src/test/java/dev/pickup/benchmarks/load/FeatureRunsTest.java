package dev.pickup.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.benchmarks.engine.EngineSetup.Feature;
import dev.pickup.benchmarks.engine.EngineSetup.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureRunsTest {
    @Test
    void eachFeatureThatEnginesHaveIsSwitchedOffOnceAloneAndOnceWithAllOthers() {
        assertThat(FeatureRuns.each(Kind.SIMULATED))
                .containsExactly(
                        Set.of(),
                        Set.of(Feature.SPECULATION),
                        Set.of(Feature.HEDGING),
                        Set.of(Feature.SPECULATION, Feature.HEDGING));
        assertThat(FeatureRuns.each(Kind.AWS)).hasSize(5).contains(Set.of(Feature.STREAMED_VOICE));
    }
}
