/// Where journals go in the cloud: [KinesisCallJournal]. May import the AWS SDK, `core` and `session`'s port.
@NullMarked
package dev.pickup.media.journal;

import org.jspecify.annotations.NullMarked;
