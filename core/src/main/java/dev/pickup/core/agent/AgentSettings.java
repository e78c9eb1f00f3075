package dev.pickup.core.agent;

import dev.pickup.core.number.PhoneNumber;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything an account decides about an agent; one version of it. Immutable; a call runs on one version to its
/// end.
///
/// @param name               shown to people, 1 to 80 characters
/// @param business           the name callers hear, 1 to 80 characters
/// @param systemPrompt       instructions for the model, up to 20,000 characters
/// @param greeting           first words of every call, 1 to 500 characters
/// @param disclosure         sentence that says it is an AI or that the call is recorded; spoken after the greeting,
///                           cannot be interrupted; empty when there is none
/// @param language           BCP 47 tag, e.g. `en-US`
/// @param voice              name of a voice of the configured text-to-speech
/// @param model              name of a model of the configured provider; empty for the provider's default
/// @param temperature        0 to 1
/// @param tools              tools the model may call, by name, each with its settings
/// @param facts              what the business wants said of itself: `address`, `parking`, `services`, ...
/// @param hours              opening hours by day; a day that is absent is closed
/// @param timeZone           of the business
/// @param recording          whether calls are recorded; off unless opted in
/// @param vocabulary         words the recognizer should expect
/// @param pronunciations     written form → how to say it
/// @param limits             silence and duration
/// @param fallbackNumber     where a caller goes when nothing else works
/// @param enabled            a disabled agent takes no calls
/// @param engines            what it wants of those who hear and think
/// @param zeroToPerson       whether a caller who presses 0 is connected with the fallback number; else 0 is a digit
///                           like any other
@RecordBuilder
public record AgentSettings(
        String name,
        String business,
        String systemPrompt,
        String greeting,
        String disclosure,
        String language,
        String voice,
        String model,
        double temperature,
        Map<String, Map<String, String>> tools,
        Map<String, String> facts,
        Map<DayOfWeek, List<Opening>> hours,
        ZoneId timeZone,
        boolean recording,
        List<String> vocabulary,
        Map<String, String> pronunciations,
        Limits limits,
        Optional<PhoneNumber> fallbackNumber,
        boolean enabled,
        EngineWishes engines,
        boolean zeroToPerson) {
    public AgentSettings {
        tools = Map.copyOf(tools);
        facts = Map.copyOf(facts);
        hours = Map.copyOf(hours);
        vocabulary = List.copyOf(vocabulary);
        pronunciations = Map.copyOf(pronunciations);
    }

    /// The same, with these wishes.
    public AgentSettings withEngines(EngineWishes value) {
        return AgentSettingsBuilder.builder(this).engines(value).build();
    }

    /// The same, with 0 for a person or not.
    public AgentSettings withZeroToPerson(boolean value) {
        return AgentSettingsBuilder.builder(this).zeroToPerson(value).build();
    }

    /// Open from `from` (included) to `to` (excluded), local time of the business, within one day.
    public record Opening(LocalTime from, LocalTime to) {
        public Opening {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("Opening hours end after they begin.");
            }
        }
    }

    /// When a call is cut short.
    ///
    /// @param silencePrompt  silence after which the agent asks whether the caller is still there
    /// @param silenceGoodbye further silence after which it says goodbye and hangs up
    /// @param maxDuration    longest call; a warning is spoken 30 s before
    public record Limits(Duration silencePrompt, Duration silenceGoodbye, Duration maxDuration) {}
}
