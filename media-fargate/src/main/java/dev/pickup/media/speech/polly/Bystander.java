package dev.pickup.media.speech.polly;

import java.util.List;

/// Says nothing: there is no place for what nobody may hear.
final class Bystander implements Speaker {
    @Override
    public void more(List<String> clauses, boolean ended) {}

    @Override
    public Progress take(Input input) {
        return new Progress.GoesOn();
    }

    @Override
    public Progress tick() {
        return new Progress.GoesOn();
    }

    @Override
    public void abandon() {}
}
