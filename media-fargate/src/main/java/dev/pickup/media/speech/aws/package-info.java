/// What the engines at Amazon have in common: how a client is made, how events reach it, what its faults mean.
@NullMarked
package dev.pickup.media.speech.aws;

import org.jspecify.annotations.NullMarked;
