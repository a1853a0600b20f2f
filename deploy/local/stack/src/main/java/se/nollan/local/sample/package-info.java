/**
 * A fictional region and a month of its contacts, the same bytes for the same seed. Every rule of the measurement rules
 * has its case among them.
 */
@NullMarked
package se.nollan.local.sample;

import org.jspecify.annotations.NullMarked;
