package dev.pickup.media.model.receptionist;

import dev.pickup.media.replying.LanguageModel.Request;
import dev.pickup.media.replying.LanguageModel.ToolDefinition;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Set;
import java.util.stream.Collectors;

/// What the receptionist knows before the first word: the business, its hours, what it may do, and what time it
/// is.
record Briefing(String business, Facts facts, OpeningHours hours, LocalDateTime now, Set<String> tools) {
    static Briefing of(Request request) {
        return new Briefing(
                request.agent().business(),
                new Facts(request.agent().facts()),
                new OpeningHours(request.agent().hours()),
                ZonedDateTime.parse(request.now()).toLocalDateTime(),
                request.tools().stream().map(ToolDefinition::name).collect(Collectors.toUnmodifiableSet()));
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    boolean may(String tool) {
        return tools.contains(tool);
    }
}
