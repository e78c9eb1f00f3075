/// Where recordings go in the cloud: [S3Recordings]. May import the AWS SDK and `audio`'s port.
@NullMarked
package dev.pickup.media.recording;

import org.jspecify.annotations.NullMarked;
