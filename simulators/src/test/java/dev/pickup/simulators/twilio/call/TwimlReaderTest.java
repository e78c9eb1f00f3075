package dev.pickup.simulators.twilio.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pickup.simulators.twilio.call.TwimlReader.BadTwimlException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwimlReaderTest {
    @Test
    void aStreamLosesItsQuery() throws Exception {
        Verb.Document document = TwimlReader.read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Response><Connect action="https://a.example/after"><Stream url="wss://m.example/t/abc?lost=1">
                  <Parameter name="call" value="7"/></Stream></Connect><Hangup/></Response>""");
        assertThat(document.verbs())
                .containsExactly(
                        new Verb.Connect(
                                "wss://m.example/t/abc", "", Map.of("call", "7"), "https://a.example/after", "POST"),
                        new Verb.Hangup());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '#',
            value = {
                "<Response><Hang/></Response>#12200",
                "<Response><Say colour=\"red\">Hi</Say></Response>#12200",
                "<Response>Hello</Response>#12200",
                "<Answer/>#12200",
                "<Response><Connect/></Response>#12200",
                "<Response><Connect><Stream url=\"https://m.example\"/></Connect></Response>#31922",
                "<Response><Connect><Stream url=\"ws://m.example\"/></Connect></Response>#31922",
                "<Response><Connect><Stream url=\"wss://m\" track=\"both_tracks\"/></Connect></Response>#31941",
                "<Response>#12100",
                "not xml#12100",
                "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Response>&e;</Response>#12100"
            })
    void whatIsNotTwimlIsRefused(String xml, int code) {
        assertThatThrownBy(() -> TwimlReader.read(xml))
                .isInstanceOfSatisfying(
                        BadTwimlException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
