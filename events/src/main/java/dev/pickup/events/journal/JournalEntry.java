package dev.pickup.events.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a journal record says. All times are milliseconds since the call was answered.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalEntry.SessionOpened.class, name = "session-opened"),
    @JsonSubTypes.Type(value = JournalEntry.FactsNoted.class, name = "facts-noted"),
    @JsonSubTypes.Type(value = JournalEntry.TurnTaken.class, name = "turn-taken"),
    @JsonSubTypes.Type(value = JournalEntry.ToolInvoked.class, name = "tool-invoked"),
    @JsonSubTypes.Type(value = JournalEntry.UsageMeasured.class, name = "usage-measured"),
    @JsonSubTypes.Type(value = JournalEntry.SessionClosed.class, name = "session-closed"),
})
public sealed interface JournalEntry {
    /// A media task took the call. `resumed` when another one had it before.
    record SessionOpened(
            String taskId,
            String accountId,
            String agentId,
            int agentVersion,
            Engines engines,
            WireFormat wireFormat,
            boolean resumed)
            implements JournalEntry {}

    /// Which provider serves each port, as `vendor/model`.
    record Engines(String speechToText, String languageModel, String textToSpeech, String voiceActivity) {}

    /// What travels on the carrier's socket, e.g. `L16`, 16000, `little-endian`.
    record WireFormat(String encoding, int sampleRateHz, String byteOrder) {}

    /// Inputs of the conversation's state machine, in order: enough to replay it.
    record FactsNoted(List<Fact> facts) implements JournalEntry {
        public FactsNoted {
            facts = List.copyOf(facts);
        }
    }

    /// One input of the state machine, named as in the code, with its components.
    ///
    /// @param commands digest of what it led to, `; ` between commands; absent when that was nothing
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fact(
            long atMs,
            String name,
            Map<String, Object> detail,
            @Nullable String commands) {
        public Fact {
            detail = Map.copyOf(detail);
        }
    }

    /// One side's time on the floor. `turn` counts from 0 over the whole call, both sides together; a later record with
    /// the same number replaces the earlier one. `text` is what was said (caller) or heard by the caller (agent);
    /// `unheard` is the rest of the agent's words that the caller never heard.
    record TurnTaken(
            int turn,
            Role role,
            String text,
            String unheard,
            long startMs,
            long endMs,
            @Nullable Latency latencyMs) implements JournalEntry {}

    /// Who had the floor.
    enum Role {
        caller,
        agent
    }

    /// Where the time of one agent turn went, in ms; a stage that did not happen is null.
    ///
    /// @param endpoint    caller's last speech sample → the turn was declared over
    /// @param transcript  from there → the words were in hand (0 when they were already)
    /// @param firstToken  model asked → its first token
    /// @param firstClause first token → the first clause was complete
    /// @param firstAudio  clause handed to the voice → its first sample
    /// @param headStart   how much of firstToken, firstClause and firstAudio lay before the words were in hand;
    ///                    null when the model was not asked ahead of the turn's end
    /// @param response    caller's last speech sample → first frame of the reply on the wire
    /// @param own         our own share: response minus all of the above, headStart counted back
    record Latency(
            @Nullable Long endpoint,
            @Nullable Long transcript,
            @Nullable Long firstToken,
            @Nullable Long firstClause,
            @Nullable Long firstAudio,
            @Nullable Long headStart,
            @Nullable Long response,
            @Nullable Double own) {}

    /// A tool ran. `outcome`: `ok`, `refused`, `failed`, `timed-out`.
    record ToolInvoked(
            String invocationId,
            String name,
            Map<String, Object> arguments,
            Map<String, Object> result,
            String outcome,
            long startMs,
            long durationMs)
            implements JournalEntry {
        public ToolInvoked {
            arguments = Map.copyOf(arguments);
            result = Map.copyOf(result);
        }
    }

    /// What the engines reported to have used so far in this session; a later record replaces an earlier one.
    record UsageMeasured(List<Measure> measures) implements JournalEntry {
        public UsageMeasured {
            measures = List.copyOf(measures);
        }
    }

    /// @param part     `speech-to-text`, `model`, `voice`
    /// @param provider who served, as `vendor/model`, e.g. `amazon-polly-generative/streaming`; the rate card knows
    ///                 its price by all of it or by its vendor
    /// @param units    how many
    /// @param unit     `second`, `character`, `input-token`, `output-token`, `cached-token`, `cache-write-token`
    record Measure(String part, String provider, long units, String unit) {}

    /// The media task is done with the call.
    ///
    /// @param reason    `caller-hung-up`, `agent-hung-up`, `silence`, `max-duration`, `failed`, `handed-over`,
    ///                  `shut-down`
    /// @param outcome   as the call's outcome
    /// @param recording its key, when there is one
    record SessionClosed(
            String reason, String outcome, @Nullable String recording) implements JournalEntry {}
}
