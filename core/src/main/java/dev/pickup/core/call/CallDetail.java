package dev.pickup.core.call;

import java.util.List;

/// A call with all that happened in it so far.
///
/// @param turns by number
/// @param tools by time
public record CallDetail(Call call, List<Turn> turns, List<ToolInvocation> tools) {
    public CallDetail {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
    }
}
