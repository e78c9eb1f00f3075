package dev.pickup.media.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionTest {
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Hello, this is the clinic.                              | OPEN
            Hello, this is the clinic. How can I help you?          | OPEN
            Shall I book that for you?                              | YES_OR_NO
            Would you like to come in the morning?                  | DATE
            Do you want to book it?                                 | YES_OR_NO
            Is there anything else?                                 | YES_OR_NO
            Is that the best number to reach you?                   | YES_OR_NO
            What is the best number to reach you?                   | PHONE
            Can I have your phone number? Take your time.           | PHONE
            What is your account number?                            | NUMBER
            What is your zip code?                                  | NUMBER
            May I have your name please?                            | NAME
            Please spell your last name.                            | NAME
            And your email address?                                 | EMAIL
            Could you give me your e-mail?                          | EMAIL
            What's the address of the house?                        | ADDRESS
            Which day would suit you?                               | DATE
            When were you born?                                     | DATE
            Which services are you interested in?                   | LIST
            Your number is on file.                                 | OPEN
            ''                                                      | OPEN
            """)
    void isAboutWhatItAsksFor(String agent, Question question) {
        assertThat(Question.by(agent)).isEqualTo(question);
    }
}
