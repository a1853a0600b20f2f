/** The rules for anyone to try: contacts in, dispositions out, nothing kept. */
@NullMarked
package se.nollan.rules.conformance;

import org.jspecify.annotations.NullMarked;
