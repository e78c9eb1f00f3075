package dev.pickup.core.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ToolCatalogTest {
    @Test
    void theSchemaSaysWhatTheCheckDemands() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(ToolCatalog.BOOK_APPOINTMENT.parametersSchema());

        assertThat(schema.path("required")).extracting(JsonNode::asText).containsExactly("date", "time", "name");
        assertThat(schema.path("properties").fieldNames())
                .toIterable()
                .containsExactly("date", "time", "name", "service", "phone");
        assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void wellFormedArgumentsAreAccepted() {
        assertThat(ToolCatalog.BOOK_APPOINTMENT.violations(Map.of(
                        "date", "2026-11-24", "time", "15:00", "name", "Ada", "phone", "415 555-0100", "service", "")))
                .isEmpty();
        assertThat(ToolCatalog.END_CALL.violations(Map.of())).isEmpty();
    }

    @Test
    void everyMistakeIsNamed() {
        assertThat(ToolCatalog.BOOK_APPOINTMENT.violations(
                        Map.of("date", "2026-02-30", "time", "3pm", "phone", "soon", "color", "red", "service", 7)))
                .containsExactlyInAnyOrder(
                        "There is no argument `color`.",
                        "`date` must be a date written YYYY-MM-DD.",
                        "`time` must be a time of day written HH:MM, 24 hours.",
                        "`name` is missing.",
                        "`phone` must be a phone number.",
                        "`service` must be text.");
    }

    @Test
    void aSettingIsTheAgentsOrTheUsualOne() {
        assertThat(ToolCatalog.BOOK_APPOINTMENT.setting("slotMinutes", Map.of()))
                .isEqualTo(30);
        assertThat(ToolCatalog.BOOK_APPOINTMENT.setting("slotMinutes", Map.of("slotMinutes", "45")))
                .isEqualTo(45);
    }
}
