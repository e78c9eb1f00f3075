package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of thoughts: what the agent asked, what the caller said so far, how complete that is.
class ThoughtTest {
    @ParameterizedTest(name = "{0} | {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            How can I help you?                     | what are your opening hours        | COMPLETE
            How can I help you?                     | are you open on Sunday             | COMPLETE
            How can I help you?                     | who is this for                    | LIKELY
            How can I help you?                     | what's your address                | LIKELY
            How can I help you?                     | when can I come in                 | COMPLETE
            How can I help you?                     | can I come in                      | LIKELY
            How can I help you?                     | can I come                         | MORE_MAY_COME
            How can I help you?                     | do you have anything               | MORE_MAY_COME
            How can I help you?                     | is there any chance                | LIKELY
            How can I help you?                     | are you still                      | UNSURE
            How can I help you?                     | what time do you                   | HANGING
            How can I help you?                     | could you please                   | HANGING
            How can I help you?                     | could you tell me                  | HANGING
            How can I help you?                     | would you be able to               | HANGING
            How can I help you?                     | what do I need to                  | HANGING
            How can I help you?                     | when I called yesterday            | MORE_MAY_COME
            How can I help you?                     | when do you close on Sunday        | COMPLETE
            How can I help you?                     | since you're closed                | MORE_MAY_COME
            How can I help you?                     | I'd like to book an appointment    | LIKELY
            How can I help you?                     | I would like to comment            | UNSURE
            How can I help you?                     | I would like to come then          | UNSURE
            How can I help you?                     | I need to see a doctor             | LIKELY
            How can I help you?                     | I need to see him again            | LIKELY
            How can I help you?                     | I'd like to                        | HANGING
            How can I help you?                     | I would like to come in            | MORE_MAY_COME
            How can I help you?                     | my number is                       | HANGING
            How can I help you?                     | I need a doctor because            | HANGING
            How can I help you?                     | well um                            | HANGING
            How can I help you?                     | um                                 | HANGING
            How can I help you?                     | and then I fell.                   | UNSURE
            How can I help you?                     | yes                                | UNSURE
            How can I help you?                     | that's all thank you               | COMPLETE
            How can I help you?                     | bye                                | LIKELY
            How can I help you?                     | my number is four one five         | DICTATING
            How can I help you?                     | my number is 415 555 0142          | COMPLETE
            How can I help you?                     | I have two                         | UNSURE
            Shall I book that for you?              | yes                                | COMPLETE
            Shall I book that for you?              | yes please                         | COMPLETE
            Shall I book that for you?              | no that's not right                | COMPLETE
            Shall I book that for you?              | yes and                            | HANGING
            Shall I book that for you?              | I think so                         | UNSURE
            Is that the best number to reach you?   | yes it is                          | COMPLETE
            What is the best number to reach you?   | four one five                      | DICTATING
            What is the best number to reach you?   | 415-555-0142                       | COMPLETE
            What is the best number to reach you?   | four one five five five five oh one four two | COMPLETE
            What is the best number to reach you?   | one four one five five five five oh one four | DICTATING
            What is the best number to reach you?   | four one five double five five zero one four two | COMPLETE
            What is the best number to reach you?   | four one five double               | DICTATING
            What is the best number to reach you?   | it's                               | HANGING
            What is your member number?             | 12                                 | DICTATING
            What is your member number?             | 8 8 1 2 4                          | MORE_MAY_COME
            May I have your name?                   | Sarah Jones                        | LIKELY
            May I have your name?                   | my name is                         | HANGING
            Could you spell your last name?         | J O N                              | DICTATING
            Could you spell your last name?         | J                                  | DICTATING
            Please spell that.                      | S M I T                            | DICTATING
            What day works for you?                 | Tuesday                            | UNSURE
            What day works for you?                 | Tuesday at three                   | UNSURE
            What day works for you?                 | Tuesday at 3 pm                    | LIKELY
            What day works for you?                 | November                           | HANGING
            What day works for you?                 | November twenty                    | HANGING
            What day works for you?                 | maybe                              | HANGING
            What is your date of birth?             | March fourth nineteen              | HANGING
            What is your email address?             | sarah dot jones at                 | DICTATING
            What is your email address?             | sarah at example dot com           | COMPLETE
            What is your email address?             | sarah.jones@example.com            | COMPLETE
            What is the address?                    | twelve Main Street                 | MORE_MAY_COME
            What is the address?                    | twelve Main Street Springfield 62704 | COMPLETE
            What symptoms do you have?              | a headache                         | MORE_MAY_COME
            What symptoms do you have?              | a headache and a cough that's all  | COMPLETE
            Thank you.                              | ''                                 | UNSURE
            """)
    void isAsCompleteAsItIs(String agent, String caller, Thought thought) {
        assertThat(Thought.of(caller, Question.by(agent), Cues.of("en-US"))).isEqualTo(thought);
    }

    @ParameterizedTest
    @CsvSource({
        "my number is, my number is.",
        "are you open on Sunday, are you open on Sunday?",
        "I'd like to, I'd like to!"
    })
    void punctuationIsNoCue(String plain, String punctuated) {
        Cues cues = Cues.of("en-US");

        assertThat(Thought.of(punctuated, Question.OPEN, cues)).isEqualTo(Thought.of(plain, Question.OPEN, cues));
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, ich hätte gern einen Termin und, HANGING",
        "de-DE, wann haben Sie geöffnet heute, COMPLETE",
        "es-ES, quiero una cita para, HANGING",
        "fr-FR, je voudrais un rendez-vous avec, HANGING",
        "pl-PL, chciałbym umówić wizytę i, UNSURE"
    })
    void otherLanguagesHaveTheirOwnSmallWordsOrNone(String language, String words, Thought thought) {
        assertThat(Thought.of(words, Question.OPEN, Cues.of(language))).isEqualTo(thought);
    }
}
