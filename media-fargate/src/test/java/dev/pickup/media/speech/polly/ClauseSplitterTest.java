package dev.pickup.media.speech.polly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/// A voice that needs 1,000 samples for a character.
class ClauseSplitterTest {
    private final ClauseSplitter splitter = new ClauseSplitter(1_000);
    private final Heard heard = new Heard();

    @Test
    void aPauseAfterWhatTheTextNeedsIsTheBoundary() {
        splitter.expect(16);
        splitter.expect(16);
        splitter.accept(sound(16_000), heard);
        splitter.accept(silence(3_200), heard);
        splitter.accept(sound(16_000), heard);
        splitter.end(heard);

        assertThat(heard.samples).containsEntry(0, 19_200).containsEntry(1, 16_000);
        assertThat(heard.done).containsExactly(0, 1);
    }

    @Test
    void aPauseInsideOfAClauseIsNone() {
        splitter.expect(64);
        splitter.expect(16);
        splitter.accept(sound(16_000), heard);
        splitter.accept(silence(3_200), heard);
        splitter.accept(sound(16_000), heard);

        assertThat(splitter.current()).isZero();
    }

    @Test
    void withoutAPauseTheNextClauseBeginsWhereThisOneMustBeOver() {
        splitter.expect(16);
        splitter.expect(160);
        splitter.accept(sound(64_000), heard);

        assertThat(splitter.current()).isEqualTo(1);
        assertThat(heard.samples.get(0)).isBetween(27_200, 35_200);
    }

    @Test
    void theLastClauseHasAllTheRest() {
        splitter.expect(2);
        splitter.accept(sound(64_010), heard);
        splitter.end(heard);

        assertThat(heard.samples).containsEntry(0, 64_010);
    }

    @Test
    void clausesThatBroughtNoSoundAreDoneInTheEnd() {
        splitter.expect(5);
        splitter.expect(5);
        splitter.end(heard);

        assertThat(heard.done).containsExactly(0, 1);
    }

    @Test
    void knowsWhetherMuchIsMissing() {
        splitter.expect(100);
        splitter.accept(sound(32_000), heard);
        assertThat(splitter.isShort()).isTrue();

        splitter.accept(sound(32_000), heard);
        assertThat(splitter.isShort()).isFalse();
    }

    /// In whatever pieces it comes: no sample is lost, each clause ends at its pause.
    @Property(tries = 100)
    void theCutOfTheAudioDoesNotMatter(@ForAll @IntRange(min = 1, max = 9_000) int piece) {
        ClauseSplitter any = new ClauseSplitter(1_000);
        Heard all = new Heard();
        short[] whole = join(List.of(sound(20_000), silence(4_000), sound(9_000), silence(4_000), sound(30_000)));
        any.expect(20);
        any.expect(10);
        any.expect(30);
        for (int at = 0; at < whole.length; at += piece) {
            any.accept(Arrays.copyOfRange(whole, at, Math.min(whole.length, at + piece)), all);
        }
        any.end(all);

        assertThat(all.samples.values().stream().mapToInt(n -> n).sum()).isEqualTo(whole.length);
        assertThat(all.samples.get(0)).isBetween(23_600, 24_400);
        assertThat(all.samples.get(1)).isBetween(12_600, 13_400);
        assertThat(all.done).containsExactly(0, 1, 2);
    }

    private static short[] sound(int length) {
        Random random = new Random(1);
        short[] samples = new short[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (short) (random.nextGaussian() * 2_000);
        }
        return samples;
    }

    private static short[] silence(int length) {
        return new short[length];
    }

    private static short[] join(List<short[]> parts) {
        short[] all = new short[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (short[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    private static final class Heard implements ClauseSplitter.Sink {
        final TreeMap<Integer, Integer> samples = new TreeMap<>();
        final List<Integer> done = new ArrayList<>();

        @Override
        public void audio(int clause, short[] piece) {
            samples.merge(clause, piece.length, Integer::sum);
        }

        @Override
        public void done(int clause) {
            done.add(clause);
        }
    }
}
