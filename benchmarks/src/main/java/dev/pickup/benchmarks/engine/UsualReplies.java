package dev.pickup.benchmarks.engine;

import java.util.List;
import java.util.random.RandomGenerator;

/// What a model says that understands nothing, and needs not to: replies of a usual length.
public final class UsualReplies {
    private static final List<List<String>> REPLIES = List.of(
            tokens("We are open from nine to five. Would you like to come in this week?"),
            tokens("There is a place free on Tuesday at three. Shall I book it for you?"),
            tokens("Thank you, I have written that down. Is there anything else I can do?"),
            tokens("A first visit is ninety dollars. Please bring the letter of your doctor along."),
            tokens("Yes, there is a car park behind the house. The first hour is free."));

    private UsualReplies() {}

    /// One of them, word by word.
    public static List<String> next(RandomGenerator random) {
        return REPLIES.get(random.nextInt(REPLIES.size()));
    }

    /// A text as a model writes it: each word with the space after it.
    public static List<String> tokens(String text) {
        return List.of(text.splitWithDelimiters("(?<= )", 0));
    }
}
