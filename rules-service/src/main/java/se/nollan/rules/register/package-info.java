/** The register: every version of it, and what a change of it means for what is stored. */
@NullMarked
package se.nollan.rules.register;

import org.jspecify.annotations.NullMarked;
