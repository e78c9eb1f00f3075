/// DynamoDB state: `Tables` is the one definition of keys and indexes; stores implement the subjects' ports.
@NullMarked
package dev.pickup.core.state;

import org.jspecify.annotations.NullMarked;
