package dev.pickup.core.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/// Our id of one command to a carrier: the carrier ignores a command whose id it has seen for that leg.
///
/// Source: Telnyx "Call Control", field `command_id`: a UUID is advised, repeats are ignored for 60 s.
public record CommandId(UUID value) {
    /// The id of the command called `name` of `subject`; the same two always give the same id.
    public static CommandId of(String subject, String name) {
        return new CommandId(UUID.nameUUIDFromBytes((subject + ":" + name).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
