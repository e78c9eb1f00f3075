package dev.pickup.media.model.receptionist;

import java.time.LocalTime;
import java.util.Optional;

/// A stretch of a day, when a caller names no time.
enum PartOfDay {
    MORNING("in the morning", 0, 12),
    AFTERNOON("in the afternoon", 12, 18),
    EVENING("in the evening", 17, 24),
    ANY("", 0, 24);

    private final String spoken;
    private final int fromHour;
    private final int toHour;

    PartOfDay(String spoken, int fromHour, int toHour) {
        this.spoken = spoken;
        this.fromHour = fromHour;
        this.toHour = toHour;
    }

    String spoken() {
        return spoken;
    }

    boolean holds(LocalTime time) {
        return time.getHour() >= fromHour && time.getHour() < toHour;
    }

    static Optional<PartOfDay> find(Words words) {
        if (words.has("morning|mornings|before noon|before lunch|first thing|early")) {
            return Optional.of(MORNING);
        }
        if (words.has("afternoon|afternoons|after lunch|after noon|after new")) {
            return Optional.of(AFTERNOON);
        }
        if (words.has("evening|evenings|tonight|after work|late")) {
            return Optional.of(EVENING);
        }
        return words.has("any ?time|whenever|as soon as possible|earliest|next available|first available|soonest")
                ? Optional.of(ANY)
                : Optional.empty();
    }
}
