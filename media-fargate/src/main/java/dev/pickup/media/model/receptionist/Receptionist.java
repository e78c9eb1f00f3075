package dev.pickup.media.model.receptionist;

import dev.pickup.media.model.receptionist.Notes.Asked;
import dev.pickup.media.model.receptionist.Notes.Topic;
import dev.pickup.media.replying.LanguageModel.Message;
import dev.pickup.media.replying.LanguageModel.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Goes through a conversation from its first message and answers the last one. The same messages always give
/// the same answer: what was asked, offered and written down on the way follows from them.
final class Receptionist {
    private static final int SHORT = 5;
    private static final String ONLY_ENGLISH = "I'm sorry, I only speak English.";

    private final List<Message> messages;
    private final boolean foreign;
    private final Briefing briefing;
    private final Notes notes = new Notes();
    private final HoursTalk hours;
    private final BookingTalk booking;
    private final MessageTalk message;

    Receptionist(Request request) {
        messages = request.messages();
        foreign = request.answerIn()
                .filter(language -> !language.toLowerCase(Locale.ROOT).startsWith("en"))
                .isPresent();
        briefing = Briefing.of(request);
        hours = new HoursTalk(briefing);
        message = new MessageTalk(briefing, notes);
        booking = new BookingTalk(briefing, notes, message);
    }

    /// In English, whatever the caller speaks; to one who does not, that is said once.
    Answer answer() {
        Answer answer = answered();
        boolean told = messages.stream()
                .anyMatch(each -> each instanceof Message.Agent(String text) && text.contains(ONLY_ENGLISH));
        return foreign && !told ? new Answer(ONLY_ENGLISH + " " + answer.text(), answer.tool()) : answer;
    }

    private Answer answered() {
        Answer answer = Answer.say("How can I help you?");
        for (Message each : messages) {
            answer = switch (each) {
                case Message.Caller caller -> hear(Words.of(caller.text()));
                case Message.Digits digits ->
                    hear(Words.of(String.join(" ", digits.digits().split("", -1))));
                case Message.ToolResult result -> remember(told(result));
                case Message.ToolCall _, Message.Agent _ -> answer;
            };
        }
        return answer;
    }

    private Answer hear(Words words) {
        if (isRequestToRepeat(words) && !notes.lastAnswer.isEmpty()) {
            return Answer.say(notes.lastAnswer);
        }
        Optional<Answer> understood = words.isEmpty() ? Optional.empty() : understand(words);
        if (understood.isPresent()) {
            notes.misunderstood = 0;
            return remember(understood.get());
        }
        notes.misunderstood++;
        return remember(misunderstood());
    }

    private static boolean isRequestToRepeat(Words words) {
        return Intent.REPEAT.isAllOf(words)
                || words.text().matches("sorry|what|huh|eh|i'm sorry|excuse me|sorry sorry");
    }

    private Answer remember(Answer answer) {
        notes.lastAnswer = answer.text();
        return answer;
    }

    private Answer told(Message.ToolResult result) {
        ToolReport report = new ToolReport(result);
        return switch (result.name()) {
            case "check_availability" -> booking.availability(report);
            case "book_appointment" -> booking.booked(report);
            case "take_message" -> message.taken(report);
            default -> Answer.say("");
        };
    }

    private Optional<Answer> understand(Words words) {
        return urgent(words)
                .or(() -> notes.asked == Asked.MESSAGE ? Optional.of(message.content(words)) : Optional.empty())
                .or(() -> ending(words))
                .or(() -> yesOrNo(words))
                .or(() -> wish(words))
                .or(() -> question(words))
                .or(() -> topic(words))
                .or(() -> courtesy(words));
    }

    private Optional<Answer> urgent(Words words) {
        if (Intent.EMERGENCY.in(words)) {
            return Optional.of(Answer.say("If this is an emergency, please hang up and call nine one one right away."));
        }
        if (Intent.MACHINE.in(words)) {
            return say("I'm the automated receptionist of " + briefing.business() + ". How can I help you?");
        }
        boolean waits = Intent.WAIT.isAllOf(words) && !Intent.BOOK.in(words);
        return waits ? Optional.of(Answer.say("Take your time.")) : Optional.empty();
    }

    private Optional<Answer> ending(Words words) {
        boolean refuses = notes.asked == Asked.ANYTHING_ELSE
                && words.count() <= SHORT
                && Intent.NO.in(words)
                && !booking.mentioned(words);
        boolean wantsMore =
                Intent.BOOK.in(words) || Intent.HOURS.in(words) || words.has("question|also|but|what about");
        boolean hasAll = Intent.NOTHING_MORE.in(words) && words.count() <= 2 * SHORT && notes.asked != Asked.NAME;
        boolean ends = Intent.GOODBYE.in(words) || refuses || hasAll;
        if (!ends || wantsMore) {
            return Optional.empty();
        }
        String goodbye = "Thank you for calling " + briefing.business() + ". Goodbye!";
        return Optional.of(briefing.may("end_call") ? Answer.ask(goodbye, "end_call", Map.of()) : Answer.say(goodbye));
    }

    private Optional<Answer> yesOrNo(Words words) {
        boolean yes = Intent.YES.isAllOf(words) && !Intent.NO.in(words);
        boolean no = Intent.NO.isAllOf(words);
        return switch (notes.asked) {
            case WHETHER_MESSAGE ->
                yes ? Optional.of(message.begin()) : no ? Optional.of(dropTopic("All right.")) : Optional.empty();
            case WHETHER_DAY -> yes ? Optional.of(booking.next()) : Optional.empty();
            case WHETHER_NUMBER_IS_RIGHT ->
                yes
                        ? Optional.of(anythingElse("Good, I've noted it."))
                        : no
                                ? Optional.of(Answer.say(
                                        "Sorry about that. Could you give me the number again, digit by digit?"))
                                : Optional.empty();
            case ANYTHING_ELSE ->
                yes && !Intent.THANKS.in(words)
                        ? Optional.of(Answer.say("Of course. What else can I do for you?"))
                        : Optional.empty();
            case NOTHING, DAY, TIME, NAME, MESSAGE -> Optional.empty();
        };
    }

    /// What the caller wants done.
    private Optional<Answer> wish(Words words) {
        if (Intent.NEVER_MIND.in(words) && notes.topic != Topic.NONE) {
            return Optional.of(dropTopic("No problem."));
        }
        boolean corrects = notes.booked && notes.topic == Topic.NONE && Intent.NO.in(words) && booking.mentioned(words);
        if (Intent.CHANGE_BOOKING.in(words) || corrects) {
            return Optional.of(message.offer("I can't change a booking from here, but I can ask the team to do it."));
        }
        if (Intent.HUMAN.in(words) && !(notes.topic == Topic.BOOKING && words.has("see"))) {
            return Optional.of(message.forPerson());
        }
        if (Intent.MESSAGE.in(words)) {
            return Optional.of(message.begin(words));
        }
        boolean asksHours = Intent.HOURS.in(words) && !words.has("book|appointment|appointments");
        return Intent.BOOK.in(words) && !asksHours ? Optional.of(booking.hear(words)) : Optional.empty();
    }

    private Optional<Answer> question(Words words) {
        Optional<Answer> answer = Intent.HOURS.in(words) ? Optional.of(hours.answer(words)) : fact(words);
        return answer.map(
                said -> notes.topic == Topic.BOOKING ? said.text().endsWith("?") ? said : withReminder(said) : said);
    }

    private Answer withReminder(Answer said) {
        return booking.reminder().after(said.text());
    }

    private Optional<Answer> fact(Words words) {
        if (Intent.READ_BACK.in(words) && notes.phone.isPresent()) {
            return notes.phone.map(this::readBack);
        }
        return briefing.facts()
                .find(words)
                .map(found -> found.sentence()
                        .map(Answer::say)
                        .orElseGet(() -> message.offer("I'm afraid I don't know that, but the team does.")));
    }

    /// What was said is about what is being talked of.
    private Optional<Answer> topic(Words words) {
        return switch (notes.topic) {
            case BOOKING -> booking.goOn(words);
            case MESSAGE -> message.goOn(words);
            case NONE ->
                number(words).or(() -> booking.mentioned(words) ? Optional.of(booking.hear(words)) : Optional.empty());
        };
    }

    private Optional<Answer> number(Words words) {
        return PhoneGrammar.find(words).map(this::readBack);
    }

    private Answer readBack(String number) {
        notes.phone = Optional.of(number);
        notes.asked = Asked.WHETHER_NUMBER_IS_RIGHT;
        return Answer.say("I have " + Spoken.digits(number) + ". Is that right?");
    }

    private Optional<Answer> courtesy(Words words) {
        String business = briefing.business();
        if (Intent.CAN_YOU_HEAR.in(words)) {
            return say("Yes, I can hear you. How can I help?");
        }
        if (Intent.WHO.in(words)) {
            return say("This is " + business + ". How can I help you?");
        }
        if (Intent.HOW_ARE_YOU.in(words)) {
            return say("I'm doing well, thank you. How can I help you?");
        }
        if (Intent.THANKS.in(words)) {
            return Optional.of(anythingElse("You're welcome."));
        }
        Optional<String> name = NameGrammar.find(words, false);
        if (name.isPresent()) {
            notes.name = name;
            return say("Hello, " + name.get() + ". How can I help you?");
        }
        if (words.count() <= SHORT && Intent.HELLO.in(words)) {
            return say("Hello. How can I help you?");
        }
        if (Intent.YES.isAllOf(words)) {
            return say("What can I do for you?");
        }
        return Intent.NO.isAllOf(words) ? Optional.of(anythingElse("All right.")) : Optional.empty();
    }

    /// Asks again, in other words each time, and gives up after the fourth.
    private Answer misunderstood() {
        boolean bookingNow = notes.topic == Topic.BOOKING && notes.asked != Asked.WHETHER_MESSAGE;
        return switch (notes.misunderstood) {
            case 1 ->
                bookingNow
                        ? booking.reminder().after("Sorry, I didn't catch that.")
                        : Answer.say("Sorry, I didn't catch that. Could you say it again?");
            case 2 ->
                bookingNow
                        ? booking.example()
                        : Answer.say(
                                "I'm sorry, I still didn't get that. You can ask when we're open, book an appointment, or leave a message.");
            case 3 -> message.offer("I'm having trouble understanding you.");
            default ->
                ending(Words.of("goodbye")).orElseThrow().after("I'm sorry, the line is bad. Please call again.");
        };
    }

    private Answer dropTopic(String before) {
        notes.finishTopic();
        return anythingElse(before);
    }

    private Answer anythingElse(String before) {
        notes.asked = Asked.ANYTHING_ELSE;
        return Answer.say(before + " Is there anything else I can do for you?");
    }

    private static Optional<Answer> say(String text) {
        return Optional.of(Answer.say(text));
    }
}
