package dev.pickup.media;

import dev.pickup.core.call.CallClaims;
import dev.pickup.core.carrier.Carrier;
import dev.pickup.media.audio.Recordings;
import dev.pickup.media.replying.ToolInvoker;
import dev.pickup.media.session.CallJournal;
import java.time.Clock;

/// The world outside of a media task.
public record MediaPorts(
        CallClaims claims,
        Carrier carrier,
        ToolInvoker tools,
        CallJournal journal,
        Recordings recordings,
        Clock clock) {}
