/// What can be set, where it was set, and whether it makes sense. Start at [ConfigurationReader]; the table of all
/// settings is [Setting]. May import the JDK, SnakeYAML and the values of `stack`; reads no environment itself, it is
/// handed one.
@NullMarked
package dev.pickup.local.config;

import org.jspecify.annotations.NullMarked;
