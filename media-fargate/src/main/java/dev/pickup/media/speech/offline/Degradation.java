package dev.pickup.media.speech.offline;

import java.util.concurrent.atomic.LongAdder;

/// What was left out since the engines were loaded because the machine was too busy. No call was lost by any of
/// it.
public final class Degradation {
    private final LongAdder interimsSkipped = new LongAdder();
    private final LongAdder finalsBySmallModel = new LongAdder();
    private final LongAdder finalsFromInterim = new LongAdder();
    private final LongAdder clausesByQuickVoice = new LongAdder();

    /// @param interimsSkipped interims that were due and not made
    /// @param finalsBySmallModel finals that Moonshine tiny wrote instead of base
    /// @param finalsFromInterim finals that repeat the last interim, because there was no room for a decode
    /// @param clausesByQuickVoice clauses that the quick voice said instead of the chosen one
    public record Counts(
            long interimsSkipped, long finalsBySmallModel, long finalsFromInterim, long clausesByQuickVoice) {}

    /// The counts of this moment.
    public Counts counts() {
        return new Counts(
                interimsSkipped.sum(), finalsBySmallModel.sum(), finalsFromInterim.sum(), clausesByQuickVoice.sum());
    }

    void interimSkipped() {
        interimsSkipped.increment();
    }

    void finalBySmallModel() {
        finalsBySmallModel.increment();
    }

    void finalFromInterim() {
        finalsFromInterim.increment();
    }

    void clauseByQuickVoice() {
        clausesByQuickVoice.increment();
    }
}
