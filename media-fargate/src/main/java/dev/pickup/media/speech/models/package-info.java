/// The files that offline speech runs on: which they are, how they are installed from npm packages (used as
/// data, nothing in them is ever run), and where they lie. Start at [ModelFiles]. Imports the JDK only.
@NullMarked
package dev.pickup.media.speech.models;

import org.jspecify.annotations.NullMarked;
