package dev.pickup.media.turn;

import java.util.Optional;

/// What the agent says by itself, without a model: in English, by which it is named here, and in the languages of
/// [Wordings].
public final class Phrases {
    public static final String STILL_THERE = "Are you still there?";
    public static final String SILENT_GOODBYE = "I can't hear you, so I'll hang up now. Please call again. Goodbye.";
    public static final String WARNING = "Just so you know, we have about thirty seconds left on this call.";
    public static final String TIME_IS_UP = "I'm afraid our time is up. Thank you for calling. Goodbye.";
    public static final String MOMENT = "One moment, please.";
    public static final String CHECKING = "One moment while I check.";
    public static final String NOT_UNDERSTOOD = "Sorry, I didn't catch that. Could you say it again?";
    public static final String CUT_OFF = "Sorry, we were cut off for a second.";
    public static final String GO_ON = "Please go on.";
    public static final String CUT_OFF_GO_ON = CUT_OFF + " " + GO_ON;
    public static final String GOODBYE = "Thank you for calling. Goodbye.";
    public static final String CONNECTING = "One moment, I'll connect you with a person.";
    public static final String APOLOGY_TRANSFER =
            "I'm sorry, something isn't working on my side. I'll connect you with a person.";
    public static final String APOLOGY_GOODBYE =
            "I'm sorry, something isn't working on my side. Please call us again in a few minutes. Goodbye.";

    private Phrases() {}

    /// The phrase in a language (BCP 47); empty when nobody wrote it in that one.
    public static Optional<String> in(String language, String phrase) {
        return Wordings.of(language).map(wording -> wording.getOrDefault(phrase, phrase));
    }
}
