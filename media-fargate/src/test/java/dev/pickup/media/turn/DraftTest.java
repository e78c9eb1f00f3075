package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class DraftTest {
    private static final List<String> CLAUSES = List.of(
            "Certainly, ",
            "I can help you with that. ",
            "On weekdays we are open from nine in the morning until half past five, ",
            "with a break at noon; ",
            "Saturdays are for emergencies! ",
            "Dr. Miller is in on Tuesday, Wednesday and Friday, ",
            "which is when most people come, ",
            "and the number is 555 0134, ",
            "555 0135 for faxes. ",
            "Shall I book an appointment, ",
            "or would you rather leave a message? ");

    /// However a reply is cut, wherever it breaks, and wherever the model begins anew: each word is spoken once.
    @Property(tries = 2_000, seed = "20261126", shrinking = ShrinkingMode.OFF)
    void aBrokenReplyIsSpokenWholeAndOnce(@ForAll long seed) {
        Random random = new Random(seed);
        int first = random.nextInt(CLAUSES.size());
        String text = String.join("", CLAUSES.subList(first, CLAUSES.size())).strip();
        Draft broken = Draft.begin();
        List<String> spoken = new ArrayList<>();
        String begun = text.substring(0, random.nextInt(text.length()));
        tokens(begun, random).forEach(token -> spoken.addAll(broken.add(token)));

        Draft next = broken.next();
        int from = random.nextInt(spoken.size() + 1);
        String rest = text.substring(where(text, String.join(" ", spoken.subList(0, from))));
        tokens(rest, random).forEach(token -> spoken.addAll(next.add(token)));
        spoken.addAll(next.end(ModelEnd.COMPLETE));

        assertThat(String.join(" ", spoken).replaceAll("\\s+", ""))
                .as("seed %d", seed)
                .isEqualTo(text.replaceAll("\\s+", ""));
    }

    @Example
    void aContinuationThatOnlyLooksLikeTheBeginningIsSpoken() {
        assertThat(afterBreak("We are open on weekdays, ", "We are closed on Sundays."))
                .isEqualTo("We are closed on Sundays.");
        assertThat(afterBreak("The code is five five five, ", "five one two."))
                .as("a digit is not taken for a repetition")
                .isEqualTo("five one two.");
        assertThat(afterBreak("We are open on weekdays, ", "We are")).isEmpty();
        assertThat(afterBreak("We are open on weekdays, ", "we ARE open on weekdays — and on Sundays."))
                .isEqualTo("— and on Sundays.");
    }

    @Example
    void wordsThatAreNewAreNotHeldBack() {
        Draft broken = Draft.begin();
        broken.add("We are open on weekdays, ");
        Draft next = broken.next();

        assertThat(next.add("We ")).isEmpty();
        assertThat(next.add("close! ")).containsExactly("We close!");
        assertThat(next.spoke()).isTrue();
    }

    private static String afterBreak(String before, String continuation) {
        Draft broken = Draft.begin();
        broken.add(before);
        Draft next = broken.next();
        List<String> clauses = new ArrayList<>(next.add(continuation));
        clauses.addAll(next.end(ModelEnd.COMPLETE));
        return String.join(" ", clauses);
    }

    /// The place behind `said` in `text`, white space not counted.
    private static int where(String text, String said) {
        int at = 0;
        for (int i = 0; i < said.length(); i++) {
            if (!Character.isWhitespace(said.charAt(i))) {
                at = text.indexOf(said.charAt(i), at) + 1;
            }
        }
        return at;
    }

    private static List<String> tokens(String text, Random random) {
        List<String> tokens = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(9));
            tokens.add(text.substring(at, end));
            at = end;
        }
        return tokens;
    }
}
