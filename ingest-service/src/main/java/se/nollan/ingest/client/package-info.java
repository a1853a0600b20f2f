/** Providers' clients in Keycloak: taking a provider on, new keys, pausing and ending. */
@NullMarked
package se.nollan.ingest.client;

import org.jspecify.annotations.NullMarked;
