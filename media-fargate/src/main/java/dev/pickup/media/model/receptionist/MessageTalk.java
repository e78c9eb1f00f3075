package dev.pickup.media.model.receptionist;

import dev.pickup.media.model.receptionist.Notes.Asked;
import dev.pickup.media.model.receptionist.Notes.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a message: what it is, who it is from.
final class MessageTalk {
    private static final String TOOL = "take_message";
    private static final int MAX_CHARACTERS = 1_000;
    private static final Pattern CONTENT =
            Pattern.compile("(?i)\\b(?:tell|let)\\s+(?:\\S+\\s+){1,3}?(?:that\\s+|know\\s+)(\\S+(?:\\s+\\S+)+)");

    private final Briefing briefing;
    private final Notes notes;

    MessageTalk(Briefing briefing, Notes notes) {
        this.briefing = briefing;
        this.notes = notes;
    }

    /// Says `why`, and asks whether a message is wanted.
    Answer offer(String why) {
        if (!briefing.may(TOOL)) {
            return Answer.say(why + " Please call again later, or visit us.");
        }
        notes.asked = Asked.WHETHER_MESSAGE;
        return Answer.say(why + " Shall I take a message?");
    }

    /// The caller wants a person.
    Answer forPerson() {
        if (!briefing.may(TOOL)) {
            return Answer.say("I'm sorry, nobody is free to take your call. Please try again later.");
        }
        return begin().after("I can't put you through from here, but I'll have someone call you back.");
    }

    Answer begin() {
        if (!briefing.may(TOOL)) {
            return Answer.say("I'm sorry, I can't take messages here.");
        }
        notes.topic = Topic.MESSAGE;
        return next();
    }

    /// The caller wants to leave a message and may have said it already.
    Answer begin(Words words) {
        Matcher content = CONTENT.matcher(words.original());
        if (content.find()) {
            notes.message = Optional.of(limited(words.original()));
        }
        notes.name = NameGrammar.find(words, false).or(() -> notes.name);
        notes.phone = PhoneGrammar.find(words).or(() -> notes.phone);
        return begin();
    }

    /// The message itself was said.
    Answer content(Words words) {
        boolean takesBack = Intent.NEVER_MIND.in(words) || (words.count() <= 3 && Intent.NO.in(words));
        if (takesBack) {
            notes.finishTopic();
            return Answer.say("All right. Is there anything else I can do for you?");
        }
        if (words.count() <= 3 && Intent.YES.isAllOf(words)) {
            return Answer.say("Go ahead, I'm listening.");
        }
        notes.message = Optional.of(limited(words.original()));
        notes.name = NameGrammar.find(words, false).or(() -> notes.name);
        notes.phone = PhoneGrammar.find(words).or(() -> notes.phone);
        return next();
    }

    /// The caller answers what was asked about the message.
    Optional<Answer> goOn(Words words) {
        if (notes.asked != Asked.NAME) {
            return Optional.empty();
        }
        notes.phone = PhoneGrammar.find(words).or(() -> notes.phone);
        Optional<String> name = NameGrammar.find(words, true);
        notes.name = name.or(() -> notes.name);
        return name.map(_ -> next());
    }

    Answer taken(ToolReport report) {
        notes.finishTopic();
        return Answer.say(
                report.isGood()
                        ? "I've passed that on, and someone will get back to you. Is there anything else?"
                        : "I'm sorry, I could not leave your message just now. Please call again a little later. Is there anything else?");
    }

    private Answer next() {
        if (notes.message.isEmpty()) {
            notes.asked = Asked.MESSAGE;
            return Answer.say("What should I tell them?");
        }
        if (notes.name.isEmpty()) {
            notes.asked = Asked.NAME;
            return Answer.say("And what is your name, please?");
        }
        notes.asked = Asked.NOTHING;
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("message", notes.message.get());
        arguments.put("name", notes.name.get());
        notes.phone.ifPresent(phone -> arguments.put("phone", phone));
        return Answer.ask("Thank you, one moment.", TOOL, arguments);
    }

    private static String limited(String text) {
        return text.length() > MAX_CHARACTERS ? text.substring(0, MAX_CHARACTERS) : text;
    }
}
