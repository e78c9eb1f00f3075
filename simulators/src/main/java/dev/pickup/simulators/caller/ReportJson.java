package dev.pickup.simulators.caller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pickup.simulators.caller.CallReport.StreamCounts;
import dev.pickup.simulators.caller.CallReport.Utterance;
import java.util.List;
import java.util.Locale;

/// Writes a report. The names are those of [CallReport]; times in milliseconds since the answer.
public final class ReportJson {
    private ReportJson() {}

    public static ObjectNode write(CallReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", report.id()).put("from", report.from()).put("to", report.to());
        json.put("callControlId", report.callControlId().orElse(null));
        json.put("callLegId", report.callLegId().orElse(null));
        json.put("state", report.state().name().toLowerCase(Locale.ROOT));
        json.put("ringMs", report.ringMs()).put("durationMs", report.durationMs());
        utterances(json.putArray("caller"), report.caller());
        utterances(json.putArray("agent"), report.agent());
        ArrayNode responses = json.putArray("responses");
        report.responses()
                .forEach(r -> responses
                        .addObject()
                        .put("callerEndMs", r.callerEndMs())
                        .put("agentStartMs", r.agentStartMs())
                        .put("delayMs", r.delayMs()));
        ArrayNode interruptions = json.putArray("interruptions");
        report.interruptions()
                .forEach(i -> interruptions
                        .addObject()
                        .put("callerStartMs", i.callerStartMs())
                        .put("clearMs", i.clearMs().orElse(null))
                        .put("silenceMs", i.silenceMs().orElse(null)));
        ArrayNode pressed = json.putArray("pressed");
        report.pressed()
                .forEach(d -> pressed.addObject()
                        .put("digit", String.valueOf(d.digit()))
                        .put("atMs", d.atMs()));
        json.put("digitsHeard", report.digitsHeard());
        stream(json.putObject("stream"), report.stream());
        ArrayNode errors = json.putArray("errors");
        report.errors()
                .forEach(e -> errors.addObject()
                        .put("code", e.code())
                        .put("title", e.title())
                        .put("detail", e.detail())
                        .put("atMs", e.atMs()));
        report.hangUp()
                .ifPresent(h -> json.putObject("hangUp")
                        .put("by", h.by().name().toLowerCase(Locale.ROOT))
                        .put("cause", h.cause())
                        .put("atMs", h.atMs()));
        report.notes().forEach(json.putArray("notes")::add);
        return json;
    }

    private static void stream(ObjectNode json, StreamCounts counts) {
        json.put("opened", counts.opened()).put("failed", counts.failed());
        json.put("framesSent", counts.framesSent()).put("framesReceived", counts.framesReceived());
        json.put("marksReceived", counts.marksReceived()).put("marksReturned", counts.marksReturned());
        json.put("clears", counts.clears()).put("worstLateMs", counts.worstLateMs());
    }

    private static void utterances(ArrayNode json, List<Utterance> utterances) {
        utterances.forEach(u -> json.addObject().put("startMs", u.startMs()).put("endMs", u.endMs()));
    }
}
