package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.replay.CaseFile;
import dev.pickup.media.replay.RecordedSession;
import dev.pickup.media.replay.Replay;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An English agent that also speaks Spanish and Dutch, in virtual time. Nobody wrote its phrases in Dutch.
class CallerLanguageScenarioTest {
    private static final TurnSettings SETTINGS = TurnSettingsBuilder.builder(ScriptedCall.SETTINGS)
            .otherLanguages(List.of("es-US", "nl-NL"))
            .silencePrompt(Duration.ofSeconds(5))
            .build();
    private static final Optional<String> OWN = Optional.empty();
    private static final Optional<String> SPANISH = Optional.of("es-US");
    private static final Optional<String> DUTCH = Optional.of("nl-NL");
    private static final String QUESTION = "a qué hora abren mañana";
    private static final String ANSWER = "Abrimos a las nueve.";

    @Test
    void theAnswerIsAskedForAndSpokenInTheLanguageOfTheCaller() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, "quisiera la azul grande", 1_500)
                .modelSays(ANSWER)
                .runs(8_000);

        assertThat(languagesAskedFor(call)).containsExactly(SPANISH);
        assertThat(call.commands(Command.OpenVoice.class))
                .as("the greeting is in the agent's own")
                .containsExactly(new Command.OpenVoice(0, OWN));
        assertThat(call.commands(Command.Rehearse.class)).containsExactly(new Command.Rehearse(0, ANSWER, SPANISH));
        assertThat(call.transcript()).endsWith("agent: " + ANSWER);
    }

    @Test
    void aReplyThatWasNotWrittenAheadIsOpenedInTheLanguageToo() {
        ScriptedCall call = call(SETTINGS.withSpeculations(0))
                .speaksFrom(0, "es-US")
                .says(2_500, QUESTION, 1_500)
                .modelSays(ANSWER)
                .runs(8_000);

        assertThat(call.commands(Command.OpenVoice.class))
                .containsExactly(new Command.OpenVoice(0, OWN), new Command.OpenVoice(1, SPANISH));
    }

    @Test
    void anAgentOfOneLanguageKeepsToIt() {
        ScriptedCall call = call(ScriptedCall.SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, QUESTION, 1_500)
                .modelSays("Sorry?")
                .runs(8_000);

        assertThat(languagesAskedFor(call)).containsOnly(OWN);
    }

    @ParameterizedTest
    @CsvSource({
        "one short word says nothing, okay, es-US, ''",
        "nor do two, gracias vale, es-US, ''",
        "a name is said in every language, Ann, nl-NL, ''",
        "two words may be enough, habla español, es-US, es-US",
        "so is a thought, wat zijn uw openingstijden, nl-NL, nl-NL",
        "the dialect is the agent's, habla español, es-ES, es-US",
        "a language that the agent does not speak, avete un posto libero domani, it-IT, ''",
        "nobody knows, a qué hora abren mañana, '', ''",
    })
    void oneTurnChangesTheLanguageIfItSaysEnough(String why, String said, String heardIn, String answeredIn) {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, heardIn)
                .says(2_500, said, 1_500)
                .modelSays("Hm.")
                .runs(8_000);

        assertThat(languagesAskedFor(call))
                .as(why)
                .containsOnly(Optional.of(answeredIn).filter(tag -> !tag.isEmpty()));
    }

    @Test
    void twoShortTurnsInARowChangeIt() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, "hola", 500)
                .modelSays("Hello.")
                .says(6_000, "buenos días", 700)
                .modelSays("Buenos días.")
                .runs(10_000);

        assertThat(languagesAskedFor(call)).startsWith(OWN).endsWith(SPANISH);
    }

    @Test
    void aShortTurnBetweenInTheOldLanguageMakesThemTwoAccidents() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, "hola", 500)
                .modelSays("Hello.")
                .speaksFrom(5_000, "en-US")
                .says(6_000, "yes", 700)
                .speaksFrom(9_000, "es-US")
                .says(10_000, "buenos días", 700)
                .runs(14_000);

        assertThat(languagesAskedFor(call)).hasSizeGreaterThanOrEqualTo(3).containsOnly(OWN);
    }

    @Test
    void itStaysThroughAShortWordAndABargeInAndChangesBack() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, QUESTION, 1_500)
                .modelSays(ScriptedCall.LONG)
                .speaksFrom(6_500, "")
                .says(7_000, "no espere digo el domingo", 1_200)
                .modelSays("El domingo.")
                .speaksFrom(11_000, "en-US")
                .says(12_000, "okay", 400)
                .modelSays("Bien.")
                .says(17_000, "actually may I go on in English", 1_500)
                .modelSays("Of course.")
                .runs(22_000);

        assertThat(call.turns.get(2).unheard()).as("they barged in").isNotEmpty();
        assertThat(byTurn(call)).containsExactly(SPANISH, SPANISH, SPANISH, OWN);
    }

    @Test
    void whatWasWrittenAheadInTheWrongLanguageIsThrownAway() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "en-US")
                .says(2_500, "the blue one over there", 1_500)
                .transcript(4_400, "the blue one over there", 2_500, 4_000, "nl-NL")
                .modelSays("Certainly.")
                .modelSays("Zeker.")
                .runs(9_000);

        assertThat(languagesAskedFor(call)).containsExactly(OWN, DUTCH);
        assertThat(call.commands(Command.CancelModel.class)).hasSize(1);
        assertThat(call.transcript()).endsWith("agent: Zeker.");
    }

    @Test
    void aLastWordThatShowsAnotherLanguageHasTheReplyBegunAnew() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "en-US")
                .says(2_500, "wanneer is de praktijk", 1_500)
                .modelSays("stall")
                .modelSays("Om negen uur.")
                .happens(5_500, new Fact.Transcribed("wanneer is de praktijk open", 2_500, 4_100, true, "nl-NL"))
                .runs(9_000);

        assertThat(languagesAskedFor(call)).startsWith(OWN).endsWith(DUTCH);
        assertThat(call.transcript()).endsWith("agent: Om negen uur.");
    }

    @Test
    void aCorrectionOfALaterTurnForgetsNothingOfEarlierOnes() {
        ScriptedCall call = call(SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, QUESTION, 1_500)
                .modelSays(ANSWER)
                .speaksFrom(6_500, "")
                .says(7_000, "quisiera una cita", 1_500)
                .modelSays("stall")
                .modelSays("Muy bien.")
                .happens(10_000, new Fact.Transcribed("quisiera una cita mañana", 7_000, 8_600, true, ""))
                .runs(12_500);

        assertThat(call.transcript()).endsWith("caller: quisiera una cita mañana\nagent: Muy bien.");
        assertThat(languagesAskedFor(call)).containsOnly(SPANISH);
    }

    @Test
    void whatHangsInTheLanguageOfTheTurnIsWaitedForLonger() {
        long spanishMs = answeredMs("necesito una cita para", "es-US");
        long unknownMs = answeredMs("necesito una cita para", "");

        assertThat(spanishMs).isGreaterThan(unknownMs + 300);
    }

    private static long answeredMs(String said, String heardIn) {
        return call(SETTINGS)
                .speaksFrom(0, heardIn)
                .says(2_500, said, 1_500)
                .modelSays(ANSWER)
                .runs(9_000)
                .firstMs(Command.EndCallerTurn.class, 0);
    }

    @Test
    void aVoiceThatBreaksSpeaksOnInTheSameLanguage() {
        ScriptedCall call = spanishCall().runs(4_000);
        call.voiceFails(1).runs(9_000);

        assertThat(call.commands(Command.OpenVoice.class)).endsWith(new Command.OpenVoice(1, SPANISH));
        assertThat(call.transcript()).endsWith("agent: " + ANSWER);
    }

    @Test
    void phrasesAreSaidInTheLanguageOfTheCallerWhereSomebodyWroteThem() {
        ScriptedCall call = spanishCall().runs(14_000);

        assertThat(call.transcript()).endsWith("agent: ¿Sigue ahí?");
        assertThat(call.commands(Command.OpenVoice.class)).endsWith(new Command.OpenVoice(2, SPANISH));
    }

    @Test
    void phrasesThatNobodyWroteAreSaidInTheAgentsOwnLanguageAndVoice() {
        ScriptedCall call = dutchCall("Om negen uur.").runs(14_000);

        assertThat(call.transcript()).endsWith("agent: " + Phrases.STILL_THERE);
        assertThat(call.commands(Command.OpenVoice.class)).endsWith(new Command.OpenVoice(2, OWN));
    }

    @Test
    void anExcuseAmidAReplyIsInTheLanguageOfTheReplyOrLeftUnsaid() {
        ScriptedCall spanish =
                spanishCall("tool:check_availability").toolAnswers("ok", 2_000).modelSays(ANSWER);
        ScriptedCall dutch =
                dutchCall("tool:check_availability").toolAnswers("ok", 2_000).modelSays("Om negen uur.");

        assertThat(spanish.runs(12_000).transcript()).contains("agent: Un momento, lo compruebo. " + ANSWER);
        assertThat(dutch.runs(12_000).transcript())
                .contains("agent: Om negen uur.")
                .doesNotContain(Phrases.CHECKING);
    }

    @Test
    void aGoodbyeThatTheModelLeavesToUsIsUnderstood() {
        assertThat(spanishCall("tool:end_call").runs(12_000).transcript())
                .endsWith("agent: Gracias por llamar. Hasta luego.");

        ScriptedCall dutch = dutchCall("tool:end_call").runs(12_000);
        assertThat(dutch.transcript()).endsWith("agent: " + Phrases.GOODBYE);
        assertThat(dutch.commands(Command.OpenVoice.class)).endsWith(new Command.OpenVoice(1, OWN));
    }

    @Test
    void theJournalReplaysTheCallAndKnowsItsLanguages() {
        String recorded = CaseFile.write(
                RecordedSession.of(RecordedScripts.records(spanishCall().runs(14_000), SETTINGS))
                        .getFirst());

        assertThat(Replay.run(session(recorded))).isEmpty();
        assertThat(session(recorded).settings()).isEqualTo(SETTINGS);
        assertThat(Replay.run(session(recorded.replace("\"language\":\"es-US\"", "\"language\":\"nl-NL\""))))
                .as("another language leads to other commands")
                .isNotEmpty();
    }

    private static RecordedSession session(String text) {
        return RecordedSession.of(CaseFile.read(text)).getFirst();
    }

    private static ScriptedCall call(TurnSettings settings) {
        return new ScriptedCall(settings, List.of()).opens();
    }

    private static ScriptedCall spanishCall() {
        return spanishCall(ANSWER);
    }

    private static ScriptedCall spanishCall(String reply) {
        return call(SETTINGS)
                .speaksFrom(0, "es-US")
                .says(2_500, QUESTION, 1_500)
                .modelSays(reply);
    }

    private static ScriptedCall dutchCall(String reply) {
        return call(SETTINGS)
                .speaksFrom(0, "nl-NL")
                .says(2_500, "hoe laat gaat u morgen open", 1_500)
                .modelSays(reply);
    }

    private static List<Optional<String>> languagesAskedFor(ScriptedCall call) {
        return call.commands(Command.StartModel.class).stream()
                .map(Command.StartModel::language)
                .toList();
    }

    /// The language of the last request for each turn of the caller's.
    private static Collection<Optional<String>> byTurn(ScriptedCall call) {
        Map<Line, Optional<String>> languages = new LinkedHashMap<>();
        call.commands(Command.StartModel.class)
                .forEach(request -> languages.put(lastSaid(request), request.language()));
        return languages.values();
    }

    private static Line lastSaid(Command.StartModel request) {
        return request.lines().stream()
                .filter(Line.Caller.class::isInstance)
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
