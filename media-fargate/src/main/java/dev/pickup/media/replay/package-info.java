/// A call's conversation from its journal: what went in is run through the state machine again, and what comes out is
/// held against what came out then. Start at [Replay]; [FactNotes], [CommandDigest] and [ConversationNote] are how the
/// journal keeps both sides. Knows the conversation and the journal's records, and no running call.
@NullMarked
package dev.pickup.media.replay;

import org.jspecify.annotations.NullMarked;
