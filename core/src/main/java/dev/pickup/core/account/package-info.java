/// Our customers. A value of this package is part of every key.
@NullMarked
package dev.pickup.core.account;

import org.jspecify.annotations.NullMarked;
