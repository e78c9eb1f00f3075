package dev.pickup.simulators.caller;

import java.util.List;
import java.util.Optional;

/// What happened in one call, seen from the caller's end. Immutable: a report of a call that goes on is a snapshot.
///
/// All times are milliseconds on one time line that begins when the call was answered; those of speech come from the
/// audio itself, exact to the sample (1/16 ms). Speech begins and ends at its first and last audible sample.
///
/// @param id            the exchange's own name of this simulated call
/// @param callControlId the carrier's token of the caller's leg; empty when the number led nowhere
/// @param callLegId     the carrier's id of the caller's leg, as in its webhooks; empty when the number led nowhere
/// @param state         how far the call is
/// @param ringMs        from dialling to the answer, or to the end of a call that was not answered
/// @param durationMs    from the answer until now or the end; 0 when not answered
/// @param caller        when the caller spoke
/// @param agent         when the agent was audible to the caller; gaps under 200 ms do not divide
/// @param responses     for each time the caller spoke and the agent answered: the delay
/// @param interruptions what happened each time the caller interrupted
/// @param pressed       the keys that the caller pressed
/// @param digitsHeard   the keys that the other side sent
/// @param stream        what went over the media socket
/// @param errors        every `error` frame that the carrier sent to the media socket
/// @param hangUp        who ended the call; empty while it goes on
/// @param notes         whatever did not go by the script, one sentence each
public record CallReport(
        String id,
        String from,
        String to,
        Optional<String> callControlId,
        Optional<String> callLegId,
        State state,
        double ringMs,
        double durationMs,
        List<Utterance> caller,
        List<Utterance> agent,
        List<Response> responses,
        List<Interruption> interruptions,
        List<Digit> pressed,
        String digitsHeard,
        StreamCounts stream,
        List<StreamError> errors,
        Optional<HangUp> hangUp,
        List<String> notes) {

    public CallReport {
        caller = List.copyOf(caller);
        agent = List.copyOf(agent);
        responses = List.copyOf(responses);
        interruptions = List.copyOf(interruptions);
        pressed = List.copyOf(pressed);
        errors = List.copyOf(errors);
        notes = List.copyOf(notes);
    }

    /// How far a call is.
    public enum State {
        DIALLING,
        RINGING,
        TALKING,
        ENDED
    }

    /// Speech between two silences, first to last audible sample.
    public record Utterance(double startMs, double endMs) {
        public double lengthMs() {
            return endMs - startMs;
        }
    }

    /// The agent's answer to something that the caller said or pressed.
    ///
    /// @param callerEndMs  the caller's last audible sample
    /// @param agentStartMs the agent's first audible sample after it
    public record Response(double callerEndMs, double agentStartMs) {
        public double delayMs() {
            return agentStartMs - callerEndMs;
        }
    }

    /// The caller spoke while the agent was audible.
    ///
    /// @param callerStartMs the interruption's first audible sample
    /// @param clearMs       when the exchange received `clear`; empty when none came
    /// @param silenceMs     the agent's last audible sample; empty when the agent is audible still
    public record Interruption(double callerStartMs, Optional<Double> clearMs, Optional<Double> silenceMs) {}

    /// A key that the caller pressed.
    public record Digit(char digit, double atMs) {}

    /// An `error` frame from the carrier.
    public record StreamError(int code, String title, String detail, double atMs) {}

    /// The end of the call.
    ///
    /// @param by    who ended it
    /// @param cause the carrier's word, as in the hang-up webhook, such as `normal_clearing`
    public record HangUp(Party by, String cause, double atMs) {}

    /// Who can end a call.
    public enum Party {
        CALLER,
        AGENT,
        CARRIER
    }

    /// Counts over all media sockets of the call.
    ///
    /// @param opened          sockets that were accepted
    /// @param failed          sockets that were refused, dropped or never answered
    /// @param framesSent      media frames sent to the media socket
    /// @param framesReceived  media frames that came back
    /// @param marksReceived   marks that came
    /// @param marksReturned   marks that were returned
    /// @param clears          `clear` messages that came
    /// @param worstLateMs     how late the exchange's own pacer was at worst: the measurement's own error
    public record StreamCounts(
            int opened,
            int failed,
            long framesSent,
            long framesReceived,
            int marksReceived,
            int marksReturned,
            int clears,
            double worstLateMs) {}
}
