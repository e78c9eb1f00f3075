package dev.pickup.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.pickup.simulators.bedrock.BedrockTerms;
import dev.pickup.simulators.eventstream.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineLatencyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {EngineLatency.PUBLISHED, EngineLatency.INDEPENDENT, EngineLatency.AWS, EngineLatency.HANGING})
    void eachSetThatComesWithTheProductNamesItsSources(String name) {
        EngineLatency latency = EngineLatency.of(name);

        assertThat(latency.recognition().source()).contains("20");
        assertThat(latency.model().source()).contains("20");
        assertThat(latency.voice().source()).contains("20");
    }

    @Test
    void amazonsAreThoseOfTheSimulatedServices() {
        EngineLatency aws = EngineLatency.of(EngineLatency.AWS);
        var transcribe = dev.pickup.simulators.transcribe.ServiceTerms.published();
        var polly = dev.pickup.simulators.polly.ServiceTerms.published();

        assertThat(of(aws.recognition().wordMs())).isEqualTo(transcribe.partials());
        assertThat(of(aws.recognition().finalMs())).isEqualTo(transcribe.finals());
        assertThat(of(aws.model().firstTokenMs()))
                .isEqualTo(BedrockTerms.published().firstToken());
        assertThat(of(aws.voice().firstAudioMs())).isEqualTo(polly.firstAudio());
        assertThat(aws.voice().timesRealTime()).isEqualTo(polly.pace());
    }

    private static Latency of(Delay delay) {
        return Latency.ofMillis((long) delay.p50(), (long) delay.p95());
    }

    @Test
    void aFileOfOnesOwnIsTaken() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), """
                {"recognition":{"wordMs":{"p50":1,"p95":2},"finalMs":{"p50":3,"p95":4},"source":""},
                "model":{"firstTokenMs":{"p50":5,"p95":6},"tokensPerSecond":7,"source":""},
                "voice":{"firstAudioMs":{"p50":8,"p95":9},"timesRealTime":10,"source":""}}""");

        assertThat(EngineLatency.of(file.toString()).voice().firstAudioMs()).isEqualTo(new Delay(8, 9));
    }

    @Test
    void whatCannotBeUsedIsRefusedInASentence() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.json"), "{\"recognition\":{\"wrods\":1}}");

        assertThatThrownBy(() -> EngineLatency.of(file.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wrods");
        assertThatThrownBy(() -> EngineLatency.of("nowhere.json"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere.json");
        assertThatThrownBy(() -> new Delay(10, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneInFiftyHangsWhereTheSetSaysSo() {
        SplittableRandom random = new SplittableRandom(1);
        Delay delay = EngineLatency.of(EngineLatency.HANGING).model().firstTokenMs();

        double[] ms = new double[20_000];
        Arrays.setAll(ms, _ -> delay.nextNanos(random) / 1e6);

        assertThat(Arrays.stream(ms).filter(each -> each == 4_000).count()).isBetween(350L, 450L);
        assertThatThrownBy(() -> new Delay(1, 2, 1.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void drawsHaveThePercentilesThatWerePublished() {
        SplittableRandom random = new SplittableRandom(1);
        Delay delay = new Delay(250, 500);

        double[] ms = new double[20_000];
        Arrays.setAll(ms, _ -> delay.nextNanos(random) / 1e6);
        Arrays.sort(ms);

        assertThat(ms[ms.length / 2]).isCloseTo(250, within(5.0));
        assertThat(ms[ms.length * 95 / 100]).isCloseTo(500, within(15.0));
        assertThat(ms[ms.length - 1]).isLessThanOrEqualTo(1_500);
    }
}
