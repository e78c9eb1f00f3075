package dev.pickup.media.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pickup.media.listening.SpeechToText.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// What every engine that listens keeps to, whatever stands behind it.
public abstract class SpeechToTextContract {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final SpeechToText.Settings ENGLISH = new SpeechToText.Settings("en-US", List.of());

    private int callers;

    /// The engine under test.
    protected abstract SpeechToText engine();

    /// `text` as this engine's callers say it, 16 kHz.
    protected abstract short[] speak(String text);

    /// How much faster than real time it may be fed.
    protected abstract double pace();

    /// Returns when the engine's service listens to so many streams, where callers must not speak sooner.
    protected void awaitListening(int callers) {}

    @Test
    void everyTurnGetsItsWordsAndNoOther() {
        try (CallerOnPaper caller = caller()) {
            caller.says(speak("What are your opening hours?")).turnEnds();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(words(caller.silence(500))).contains("opening hours"));
            long first = caller.speechEndMs();
            caller.says(speak("Do you have parking at the clinic?")).turnEnds();

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(words(caller.silence(500))).contains("parking"));
            assertThat(caller.transcripts())
                    .filteredOn(heard -> heard.text().toLowerCase(Locale.ROOT).contains("parking"))
                    .allSatisfy(heard -> assertThat(heard.startMs()).isGreaterThanOrEqualTo(first))
                    .allSatisfy(heard ->
                            assertThat(heard.text().toLowerCase(Locale.ROOT)).doesNotContain("hours"));
            assertThat(caller.faults()).isEmpty();
        }
    }

    @Test
    void wordsAreKnownBeforeTheTurnEnds() {
        try (CallerOnPaper caller = caller()) {
            caller.says(speak("Do you have parking at the clinic?"));

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(caller.transcripts())
                            .anyMatch(heard ->
                                    heard.text().toLowerCase(Locale.ROOT).contains("parking")));
        }
    }

    @Test
    void aTurnWithoutWordsIsAnEmptyFinal() {
        try (CallerOnPaper caller = caller()) {
            caller.silence(1_000);
            caller.stream().turnEnded(800);

            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(caller.silence(500).transcripts())
                            .anyMatch(heard -> heard instanceof Transcript.Final(String text, long _, long endMs, var _)
                                    && text.isEmpty()
                                    && endMs == 800));
        }
    }

    @Test
    void nothingIsDeliveredAfterClose() {
        CallerOnPaper caller = caller();
        caller.says(speak("Is anybody there?"));
        caller.close();
        int known = caller.transcripts().size();
        caller.stream().turnEnded(caller.speechEndMs());
        caller.close();
        try (CallerOnPaper other = caller()) {
            other.says(speak("Is anybody there?")).turnEnds();
            await().atMost(LIMIT)
                    .untilAsserted(() -> assertThat(other.silence(500).finals()).isNotEmpty());
        }

        assertThat(caller.transcripts()).hasSize(known);
        assertThat(caller.faults()).isEmpty();
    }

    @Test
    void whatItCostsGrowsWithTheAudio() {
        try (CallerOnPaper caller = caller()) {
            caller.silence(2_000);

            await().atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(caller.stream().billableSeconds()).isBetween(1.8, 15.0));
        }
    }

    private CallerOnPaper caller() {
        CallerOnPaper caller = new CallerOnPaper(engine(), ENGLISH, pace());
        callers++;
        awaitListening(callers);
        return caller;
    }

    private static String words(CallerOnPaper caller) {
        return String.join(" ", caller.finals()).toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "");
    }
}
