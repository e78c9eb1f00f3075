package dev.pickup.media.speech.transcribe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.listening.SpeechToText.Transcript;
import dev.pickup.media.speech.transcribe.Hearing.Item;
import dev.pickup.media.speech.transcribe.Hearing.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/// Words here last 300 ms: `one` from 0 to 280, `two` from 300 to 580, and so on, in segments that begin
/// anywhere.
class HearingTest {
    private final Hearing hearing = new Hearing(false);

    @Test
    void whatIsToldSaysTheLanguageThatItWasIdentifiedAs() {
        Optional<String> spanish = Optional.of("es-US");
        List<Item> items = List.of(new Item("mañana", 0, 280, false), new Item("temprano", 300, 580, false));

        assertThat(hearing.take(new Result("a", true, items, spanish)))
                .containsExactly(new Transcript.Interim("mañana temprano", 0, 580, spanish));
        assertThat(hearing.turnEnded(580)).containsExactly(new Transcript.Final("mañana temprano", 0, 580, spanish));
    }

    @Test
    void aPartialIsAnInterimAndTheFinalReplacesIt() {
        assertThat(hearing.take(partial("a", 0, "do you"))).containsExactly(new Transcript.Interim("do you", 0, 580));
        assertThat(hearing.take(complete("a", 0, "do you open")))
                .containsExactly(new Transcript.Final("do you open", 0, 880));
    }

    @Test
    void aRepeatedOrOlderPartialIsNotTold() {
        hearing.take(partial("a", 0, "do you open"));

        assertThat(hearing.take(partial("a", 0, "do you open"))).isEmpty();
        assertThat(hearing.take(partial("a", 0, "do you"))).isEmpty();
    }

    @Test
    void aPartialAfterItsFinalIsNotTold() {
        hearing.take(complete("a", 0, "do you open"));

        assertThat(hearing.take(partial("a", 0, "do you open today"))).isEmpty();
    }

    @Test
    void theTurnsFinalIsMadeOfThePartialThatCoversIt() {
        hearing.take(partial("a", 0, "on monday"));

        assertThat(hearing.turnEnded(700)).containsExactly(new Transcript.Final("on monday", 0, 580));
        assertThat(hearing.take(complete("a", 0, "on Monday."))).as("was told").isEmpty();
    }

    @Test
    void theTurnsFinalWaitsForWordsThatAreMissing() {
        hearing.take(partial("a", 0, "on"));
        assertThat(hearing.turnEnded(1_200)).isEmpty();

        assertThat(hearing.take(partial("a", 0, "on monday at nine")))
                .last()
                .isEqualTo(new Transcript.Final("on monday at nine", 0, 1_180));
        assertThat(hearing.awaitedMs()).isEmpty();
    }

    @Test
    void aShortWordThatWasNotKnownWhenTheTurnEndedIsToldAfterwards() {
        hearing.take(partial("a", 0, "come at"));
        assertThat(hearing.turnEnded(850)).containsExactly(new Transcript.Final("come at", 0, 580));

        assertThat(hearing.take(partial("a", 0, "come at two"))).containsExactly(new Transcript.Final("two", 600, 850));
        assertThat(hearing.take(complete("a", 0, "come at two"))).as("once").isEmpty();
    }

    @Test
    void aWordThatCameLateIsNotMixedWithTheNextTurn() {
        hearing.take(partial("a", 0, "come at"));
        hearing.turnEnded(850);

        assertThat(hearing.take(partial("a", 0, "come at two please")))
                .containsExactly(new Transcript.Final("two", 600, 850), new Transcript.Interim("please", 900, 1_180));
        assertThat(hearing.turnEnded(1_200)).containsExactly(new Transcript.Final("please", 900, 1_180));
    }

    @Test
    void withRedactionAWordThatCameLateIsNotMixedWithTheNextTurnEither() {
        Hearing redacted = new Hearing(true);
        redacted.take(complete("a", 0, "come at"));
        redacted.turnEnded(850);
        redacted.turnEnded(1_200);

        assertThat(redacted.take(complete("b", 600, "two please")))
                .containsExactly(new Transcript.Final("two", 600, 850), new Transcript.Final("please", 900, 1_180));
    }

    @Test
    void aWordThatReachesBeyondTheTurnsEndIsToldOnce() {
        hearing.turnEnded(620);

        assertThat(hearing.take(partial("a", 0, "yes please thanks")))
                .contains(new Transcript.Final("yes please thanks", 0, 620));
        assertThat(hearing.take(complete("a", 0, "yes please thanks"))).isEmpty();
    }

    @Test
    void aWordWhoseEndMovesIsToldOnce() {
        hearing.take(partial("a", 0, "at nine"));
        hearing.turnEnded(640);

        Result longer =
                new Result("a", false, List.of(new Item("at", 0, 280, false), new Item("nine", 300, 990, false)));
        assertThat(hearing.take(longer)).isEmpty();
    }

    @Test
    void wordsOfTheNextTurnAreNotPartOfThisOne() {
        hearing.turnEnded(600);

        assertThat(hearing.take(complete("a", 0, "yes please and more")))
                .containsExactly(
                        new Transcript.Final("yes please", 0, 580), new Transcript.Final("and more", 600, 1_180));
    }

    @Test
    void waitingThatIsGivenUpTellsWhatThereIs() {
        hearing.take(partial("a", 0, "on"));
        hearing.turnEnded(1_500);

        assertThat(hearing.giveUpWaiting()).containsExactly(new Transcript.Final("on", 0, 280));
        assertThat(hearing.giveUpWaiting()).isEmpty();
    }

    @Test
    void aTurnWithoutWordsIsAnEmptyFinal() {
        hearing.turnEnded(1_500);

        assertThat(hearing.giveUpWaiting()).extracting(Transcript::text).containsExactly("");
    }

    @Test
    void whatALostStreamToldIsNotToldAgainByTheNext() {
        hearing.take(partial("a", 0, "my name is maria"));

        assertThat(hearing.lost(700)).containsExactly(new Transcript.Final("my name", 0, 580));
        assertThat(hearing.take(partial("b", 0, "my name is maria jensen")))
                .containsExactly(new Transcript.Interim("is maria jensen", 600, 1_480));
    }

    /// Found by ear: "opening hours? hours".
    @Test
    void aWordThatTheNextStreamPutsLaterIsNotToldAgain() {
        hearing.take(complete("a", 0, "your opening hours"));
        hearing.lost(0);

        assertThat(hearing.take(partial("b", 400, "opening hours"))).isEmpty();
        assertThat(hearing.take(complete("b", 400, "opening hours today")))
                .containsExactly(new Transcript.Final("today", 1_000, 1_280));
    }

    @Test
    void aWordThatWasSaidTwiceIsToldTwiceWhoeverHearsIt() {
        hearing.take(complete("a", 0, "room two"));
        hearing.lost(0);

        assertThat(hearing.take(complete("b", 0, "room two two")))
                .containsExactly(new Transcript.Final("two", 600, 880));
        assertThat(hearing.take(complete("c", 900, "two"))).containsExactly(new Transcript.Final("two", 900, 1_180));
    }

    @Test
    void punctuationStandsAtItsWord() {
        Result result = new Result(
                "a",
                false,
                List.of(
                        new Item("Yes", 0, 280, false),
                        new Item(",", 280, 280, true),
                        new Item("do", 300, 580, false)));

        assertThat(hearing.take(result)).extracting(Transcript::text).containsExactly("Yes, do");
    }

    @Test
    void withRedactionOnlyWhatIsFinalIsTold() {
        Hearing redacted = new Hearing(true);

        assertThat(redacted.take(partial("a", 0, "my card is 4111"))).isEmpty();
        assertThat(redacted.turnEnded(1_100)).isEmpty();
        assertThat(redacted.take(complete("a", 0, "my card is [PII]")))
                .containsExactly(new Transcript.Final("my card is [PII]", 0, 1_100));
    }

    /// However results are repeated, shuffled and lost with their stream, and wherever turns end: each word is final
    /// once, in order.
    @Property(tries = 300)
    void everyWordIsFinalOnce(@ForAll Random random) {
        List<String> words = IntStream.range(0, 30).mapToObj(i -> "w" + i).toList();
        Hearing leg = new Hearing(false);
        List<Transcript> told = new ArrayList<>();
        int segment = 0;
        int stream = 0;
        Result before = partial("0-0", 0, "w0");
        for (int known = 1; known <= words.size(); known++) {
            Result now = part(stream, segment, words.subList(segment, known), true);
            told.addAll(leg.take(now));
            told.addAll(leg.take(random.nextBoolean() ? now : before));
            before = now;
            switch (random.nextInt(6)) {
                case 0 -> {
                    told.addAll(leg.take(part(stream, segment, words.subList(segment, known), false)));
                    segment = known;
                }
                case 1 -> {
                    stream++;
                    told.addAll(leg.lost(known * 300L - random.nextLong(3_000)));
                    before = part(stream, segment, words.subList(segment, known), true);
                }
                case 2 -> told.addAll(leg.turnEnded(known * 300L - 20 + random.nextLong(320)));
                default -> {}
            }
        }
        told.addAll(leg.take(part(stream, segment, words.subList(segment, words.size()), false)));

        assertThat(told.stream()
                        .filter(Transcript.Final.class::isInstance)
                        .map(Transcript::text)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(String.join(" ", words));
    }

    private static Result part(int stream, int segment, List<String> words, boolean partial) {
        String text = String.join(" ", words);
        if (words.isEmpty()) {
            return new Result(stream + "-" + segment, partial, List.of());
        }
        return result(stream + "-" + segment, partial, segment * 300L, text);
    }

    private static Result partial(String id, long startMs, String text) {
        return result(id, true, startMs, text);
    }

    private static Result complete(String id, long startMs, String text) {
        return result(id, false, startMs, text);
    }

    private static Result result(String id, boolean partial, long startMs, String text) {
        String[] words = text.split(" ", -1);
        return new Result(
                id,
                partial,
                IntStream.range(0, words.length)
                        .mapToObj(i -> new Item(words[i], startMs + i * 300L, startMs + i * 300L + 280, false))
                        .toList());
    }
}
