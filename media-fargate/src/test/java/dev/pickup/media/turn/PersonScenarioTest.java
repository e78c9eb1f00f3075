package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `0` for a person, and what is heard first, in virtual time.
class PersonScenarioTest {
    private static final String NOTICE = "This call is recorded for training.";

    private static final TurnSettings ZERO = TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
            .zeroToPerson(true)
            .build();

    private static ScriptedCall calling(TurnSettings settings) {
        return new ScriptedCall(settings, List.of()).opens();
    }

    @Test
    void zeroConnectsWithAPersonWhoIsAnnounced() {
        ScriptedCall call = calling(ZERO).happens(3_000, new Fact.Digit('0')).runs(20_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.CONNECTING);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
        assertThat(call.firstMs(Command.TransferToFallback.class, 0))
                .isGreaterThan(call.heard().getLast().endMs() - 1);
        assertThat(call.finish()).isEqualTo(new Command.Finish(EndReason.AGENT_HUNG_UP, "transferred"));
        assertThat(call.commands(Command.StartModel.class)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {4_600, 5_500, 8_000})
    void zeroStopsTheAnswer(long atMs) {
        ScriptedCall call = calling(ZERO)
                .says(2_500, "what are your opening hours", 1_500)
                .modelSays(ScriptedCall.LONG)
                .happens(atMs, new Fact.Digit('0'))
                .runs(30_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.CONNECTING);
        assertThat(call.heard().stream().filter(h -> h.utterance() == 1)).allMatch(h -> h.endMs() <= atMs);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
    }

    @Test
    void withoutTheSettingZeroIsADigit() {
        ScriptedCall call = calling(ScriptedCall.SETTINGS)
                .happens(3_000, new Fact.Digit('0'))
                .modelSays("You pressed zero.")
                .runs(12_000);

        assertThat(call.transcript()).endsWith("caller: 0\nagent: You pressed zero.");
        assertThat(call.commands(Command.TransferToFallback.class)).isEmpty();
    }

    @Test
    void zeroInsideANumberIsADigit() {
        ScriptedCall call = calling(ZERO)
                .happens(3_000, new Fact.Digit('4'))
                .happens(3_500, new Fact.Digit('0'))
                .happens(4_000, new Fact.Digit('#'))
                .modelSays("Forty.")
                .runs(12_000);

        assertThat(call.transcript()).endsWith("caller: 40\nagent: Forty.");
    }

    @Test
    void zeroBeginsANumberThatWasAskedFor() {
        ScriptedCall call = calling(TurnSettingsBuilder.builder(ZERO)
                        .greeting("What is your member number?")
                        .build())
                .happens(3_000, new Fact.Digit('0'))
                .happens(3_500, new Fact.Digit('7'))
                .modelSays("Thank you.")
                .runs(12_000);

        assertThat(call.transcript()).endsWith("caller: 07\nagent: Thank you.");
    }

    @ParameterizedTest
    @ValueSource(longs = {200, 1_000, 1_700, 2_500})
    void theNoticeIsHeardWholeBeforeThePerson(long atMs) {
        ScriptedCall call = calling(
                        TurnSettingsBuilder.builder(ZERO).disclosure(NOTICE).build())
                .happens(atMs, new Fact.Digit('0'))
                .runs(30_000);

        assertThat(call.turns.get(0).text()).endsWith(NOTICE);
        assertThat(call.transcript()).endsWith("agent: " + Phrases.CONNECTING);
        assertThat(call.commands(Command.TransferToFallback.class)).hasSize(1);
    }

    @Test
    void aNoticeThatTheVoiceCannotMakeDoesNotKeepTheApologyWaiting() {
        ScriptedCall call = new ScriptedCall(
                        TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
                                .disclosure(NOTICE)
                                .build(),
                        List.of())
                .voiceHangsFrom(0)
                .opens()
                .runs(30_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.APOLOGY_TRANSFER);
        assertThat(call.firstMs(Command.PlayClip.class, 0)).isLessThan(7_000);
    }
}
