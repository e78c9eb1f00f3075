package dev.pickup.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgentTemplatesTest {
    static Stream<AgentTemplate> templates() {
        return AgentTemplates.ALL.stream();
    }

    @Test
    void thereIsOneForEachTrade() {
        assertThat(AgentTemplates.ALL)
                .extracting(AgentTemplate::id)
                .containsExactly("clinic", "salon", "real-estate", "restaurant", "generic");
        assertThat(AgentTemplates.find("clinic")).contains(AgentTemplates.CLINIC);
        assertThat(AgentTemplates.find("bakery")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateMayBeSavedAsItIs(AgentTemplate template) {
        assertThat(SettingRules.problems(template.settings())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aTemplateIsAWholeAgent(AgentTemplate template) {
        AgentSettings settings = template.settings();
        assertThat(settings.systemPrompt()).contains("How you speak").doesNotContain("\\");
        assertThat(settings.facts()).containsKeys("address", "parking");
        assertThat(settings.hours()).isNotEmpty();
        assertThat(settings.tools()).containsKeys("take_message", "end_call");
        assertThat(settings.recording()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void factsAreWrittenToBeSpoken(AgentTemplate template) {
        assertThat(List.copyOf(template.settings().facts().values()))
                .allSatisfy(fact -> assertThat(fact).doesNotContainPattern("[*#_<>]|https?:"));
    }
}
