/**
 * Real PostgreSQL, Kafka and Keycloak as child processes, for tests and for a developer's machine. Knows no service: who
 * uses it says which databases, topics and realm there shall be.
 */
@NullMarked
package se.nollan.local.parts;

import org.jspecify.annotations.NullMarked;
