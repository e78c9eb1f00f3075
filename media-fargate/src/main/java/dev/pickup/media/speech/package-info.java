/// What the speech engines have in common. Each vendor's engines are a package below this one.
@NullMarked
package dev.pickup.media.speech;

import org.jspecify.annotations.NullMarked;
