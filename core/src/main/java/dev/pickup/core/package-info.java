/// Values shared by all subjects of the business: pages and outcomes. The subjects are the packages below.
@NullMarked
package dev.pickup.core;

import org.jspecify.annotations.NullMarked;
