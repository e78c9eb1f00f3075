/// What adapters of language models share: patience ([Deadline]) and the words that tell a model what the agent is
/// ([Instructions]). Each provider is a package of its own.
@NullMarked
package dev.pickup.media.model;

import org.jspecify.annotations.NullMarked;
