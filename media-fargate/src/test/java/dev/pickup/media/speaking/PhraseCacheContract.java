package dev.pickup.media.speaking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.speaking.PhraseCache.Phrase;
import org.junit.jupiter.api.Test;

/// What every cache of phrases must do.
public abstract class PhraseCacheContract {
    protected static final Phrase GREETING = new Phrase("polly/streaming", "Ruth", "en-US", "Thank you for calling.");
    protected static final short[] SOUND = {1, -2, Short.MAX_VALUE, Short.MIN_VALUE, 256};

    protected abstract PhraseCache cache();

    @Test
    void whatWasKeptIsFoundSampleBySample() {
        cache().keep(GREETING, SOUND);

        assertThat(cache().find(GREETING))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(SOUND));
    }

    @Test
    void otherWordsVoicesLanguagesAndEnginesFindNothing() {
        cache().keep(GREETING, SOUND);

        assertThat(cache().find(new Phrase("polly/streaming", "Ruth", "en-US", "Good morning.")))
                .isEmpty();
        assertThat(cache().find(new Phrase("polly/streaming", "Amy", "en-US", GREETING.text())))
                .isEmpty();
        assertThat(cache().find(new Phrase("polly/streaming", "Ruth", "en-GB", GREETING.text())))
                .isEmpty();
        assertThat(cache().find(new Phrase("polly/clauses", "Ruth", "en-US", GREETING.text())))
                .isEmpty();
    }

    @Test
    void whatIsKeptASecondTimeReplacesTheFirst() {
        cache().keep(GREETING, new short[] {7});
        cache().keep(GREETING, SOUND);

        assertThat(cache().find(GREETING))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(SOUND));
    }
}
