/// Messages that callers leave for the people of a business.
@NullMarked
package dev.pickup.core.message;

import org.jspecify.annotations.NullMarked;
