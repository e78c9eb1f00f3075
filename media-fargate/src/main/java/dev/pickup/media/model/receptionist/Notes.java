package dev.pickup.media.model.receptionist;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// What the receptionist has written down up to one place in the conversation. Belongs to one reply, in which
/// it is filled from the first message on.
final class Notes {
    /// What the conversation is about.
    enum Topic {
        NONE,
        BOOKING,
        MESSAGE
    }

    /// What the caller was asked last.
    enum Asked {
        NOTHING,
        ANYTHING_ELSE,
        DAY,
        TIME,
        NAME,
        MESSAGE,
        WHETHER_MESSAGE,
        WHETHER_DAY,
        WHETHER_NUMBER_IS_RIGHT
    }

    Topic topic = Topic.NONE;
    Asked asked = Asked.NOTHING;
    Optional<LocalDate> day = Optional.empty();
    Optional<LocalTime> time = Optional.empty();
    Optional<PartOfDay> part = Optional.empty();
    Optional<String> name = Optional.empty();
    Optional<String> phone = Optional.empty();
    Optional<String> service = Optional.empty();
    Optional<String> message = Optional.empty();
    /// Times that were offered, in the order in which they were said.
    List<LocalDateTime> offered = List.of();
    /// The time that the calendar said is free.
    Optional<LocalDateTime> free = Optional.empty();
    boolean booked;
    String lastAnswer = "";
    int misunderstood;

    /// The booking or the message is done with, one way or the other; who calls stays known.
    void finishTopic() {
        topic = Topic.NONE;
        asked = Asked.ANYTHING_ELSE;
        day = Optional.empty();
        time = Optional.empty();
        part = Optional.empty();
        service = Optional.empty();
        message = Optional.empty();
        offered = List.of();
        free = Optional.empty();
    }
}
