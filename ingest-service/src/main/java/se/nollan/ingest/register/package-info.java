/**
 * Reference data that every service works by: providers, units and lines with the days on which they hold
 * (contact-format, "The register").
 */
@NullMarked
package se.nollan.ingest.register;

import org.jspecify.annotations.NullMarked;
