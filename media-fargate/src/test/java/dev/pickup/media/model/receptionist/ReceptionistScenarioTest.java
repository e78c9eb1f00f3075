package dev.pickup.media.model.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pickup.media.replying.LanguageModel.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReceptionistScenarioTest {
    private static final Map<String, Map<String, Object>> ALL_FREE = Map.of(
            "check_availability", Map.of("available", true),
            "check_availability ",
                    Map.of("available", true, "times", List.of("08:30", "09:00", "10:00", "11:30", "14:00", "15:30")),
            "book_appointment", Map.of("booked", true),
            "take_message", Map.of("recorded", true, "messageId", "msg_1"));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "answers.psv",
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "(null)",
            emptyValue = "")
    void answersTheFirstThingACallerSays(String said, String answer) {
        assertThat(Clinic.text(Clinic.answer(List.of(new Message.Caller(said == null ? "" : said)))))
                .contains(answer);
    }

    @Test
    void booksInTheUsualOrder() {
        Talk talk = new Talk(ALL_FREE);

        assertThat(talk.say("Can I come on Tuesday at three?"))
                .isEqualTo("Let me check. Tomorrow, Tuesday, November twenty fourth, at three in the afternoon is free."
                        + " What name should I put it under?");
        assertThat(talk.say("Maria Jensen."))
                .contains("You're booked, Maria Jensen, for tomorrow, Tuesday, November twenty fourth, at three");
        assertThat(talk.say("No thanks, bye.")).contains("Goodbye!");
        assertThat(talk.called())
                .extracting(Answer.Tool::name)
                .containsExactly("check_availability", "book_appointment", "end_call");
        assertThat(talk.called().get(1).arguments())
                .isEqualTo(Map.of("date", "2026-11-24", "time", "15:00", "name", "Maria Jensen"));
    }

    @Test
    void booksInAnyOrderWithCorrections() {
        Talk talk = new Talk(ALL_FREE);
        talk.say("My name is Bob Miller, I'd like a cleaning at three");
        talk.say("on Tuesday");
        assertThat(talk.called())
                .hasSize(2)
                .last()
                .extracting(Answer.Tool::name)
                .isEqualTo("book_appointment");

        Talk other = new Talk(ALL_FREE);
        other.say("I want to come in on Tuesday at three");
        assertThat(other.say("No, Wednesday.")).contains("Wednesday, November twenty fifth, at three");
        assertThat(other.say("at half past two, sorry")).contains("at two thirty in the afternoon is free");
        other.say("J-E-N-S-E-N");
        assertThat(other.called().getLast().arguments())
                .containsEntry("date", "2026-11-25")
                .containsEntry("time", "14:30")
                .containsEntry("name", "Jensen");
    }

    @Test
    void offersOtherTimesWhenTheWantedOneIsTaken() {
        Talk talk = new Talk(Map.of(
                "check_availability 15:00",
                Map.of("available", false, "reason", "taken", "times", List.of("14:30", "16:00", "17:00")),
                "check_availability",
                Map.of("available", true),
                "book_appointment",
                Map.of("booked", true)));

        assertThat(talk.say("Can I come on Tuesday at three?"))
                .contains("three in the afternoon is taken. I have two thirty, four, or five in the afternoon.");
        assertThat(talk.say("the second one")).isEqualTo("What name should I put it under?");
        assertThat(talk.say("Maria")).contains("at four in the afternoon");
    }

    @Test
    void offersAFewTimesOfADay() {
        Talk talk = new Talk(ALL_FREE);

        assertThat(talk.say("book an appointment for tomorrow morning"))
                .isEqualTo(
                        "Let me check. I have eight thirty, nine, or eleven thirty in the morning. Which would you like?");
        assertThat(talk.say("Do you have parking?")).endsWith("Which of the times would you like?");
        assertThat(talk.say("nine please")).isEqualTo("What name should I put it under?");
        assertThat(talk.say("Pardon?")).isEqualTo("What name should I put it under?");
    }

    @Test
    void offersTheNextDayWhenTheWantedOneIsFull() {
        Talk talk = new Talk(Map.of(
                "check_availability 15:00",
                Map.of(
                        "available",
                        false,
                        "reason",
                        "full",
                        "times",
                        List.of(),
                        "nextDate",
                        "2026-11-25",
                        "nextTimes",
                        List.of("09:00")),
                "check_availability",
                Map.of("available", true),
                "book_appointment",
                Map.of("booked", true)));

        assertThat(talk.say("Can I come on Tuesday at three?"))
                .endsWith("that day is full. On Wednesday, November twenty fifth, I have nine in the morning."
                        + " Would you like that?");
        talk.say("yes please");
        assertThat(talk.say("Maria")).contains("Wednesday, November twenty fifth, at nine in the morning");
    }

    @Test
    void aBookingThatFailsTurnsIntoAMessage() {
        Talk talk = new Talk(
                Map.of("check_availability", Map.of("error", "down"), "take_message", Map.of("recorded", true)));

        assertThat(talk.say("Can I come on Tuesday at three?"))
                .endsWith("I can't see the calendar right now. Shall I take a message?");
        talk.say("yes");
        talk.say("I would like Tuesday at three");
        assertThat(talk.say("Bob")).contains("I've passed that on");
        assertThat(talk.called().getLast().arguments())
                .isEqualTo(Map.of("message", "I would like Tuesday at three", "name", "Bob"));
    }

    @Test
    void onClosedDaysTheNextOpenOneIsOffered() {
        Talk talk = new Talk(ALL_FREE);

        assertThat(talk.say("Can I come on Sunday?")).contains("How about Monday, November thirtieth?");
        assertThat(talk.say("yes please")).startsWith("On Monday we're open");
        assertThat(talk.say("nine")).contains("Monday, November thirtieth, at nine in the morning is free");
    }

    @Test
    void neverAsksForEver() {
        Talk talk = new Talk(ALL_FREE);

        assertThat(talk.say("blah")).contains("didn't catch that");
        assertThat(talk.say("x y")).contains("when we're open");
        assertThat(talk.say("z")).contains("Shall I take a message?");
        assertThat(talk.say("foo")).contains("Goodbye!");
        assertThat(talk.called()).extracting(Answer.Tool::name).containsExactly("end_call");
    }

    @Test
    void readsANumberBackAndUsesIt() {
        Talk talk = new Talk(ALL_FREE);

        assertThat(talk.press("4155550142"))
                .contains("four one five, five five five, zero one four two. Is that right?");
        talk.say("yes");
        talk.say("book tomorrow at nine");
        talk.say("Ann Lee");
        assertThat(talk.called().getLast().arguments()).containsEntry("phone", "+14155550142");
    }

    @Test
    void aBookingIsNotMadeTwiceForACorrectionAfterwards() {
        Talk talk = new Talk(ALL_FREE);
        talk.say("Can I come on Tuesday at three? My name is Bob.");

        assertThat(talk.say("No, Wednesday")).contains("can't change a booking").contains("Shall I take a message?");
        assertThat(talk.called())
                .filteredOn(tool -> tool.name().equals("book_appointment"))
                .hasSize(1);
    }

    @Test
    void theSameMessagesGetTheSameAnswer() {
        List<Message> messages = List.of(
                new Message.Agent("Thank you for calling."),
                new Message.Caller("I'd like an appointment"),
                new Message.Agent("Sure. Which day"),
                new Message.Caller("tomorrow at ten"));

        assertThat(Clinic.answer(messages)).isEqualTo(Clinic.answer(messages));
        assertThat(Clinic.text(Clinic.answer(messages))).contains("{date=2026-11-24, time=10:00}");
    }
}
