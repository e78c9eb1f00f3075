/// What adapters of language models share: patience ([Deadline]), the words that tell a model what the agent is
/// ([Instructions]), and what it writes for tools ([ToolArguments]). Each provider is a package of its own.
@NullMarked
package dev.pickup.media.model;

import org.jspecify.annotations.NullMarked;
