/**
 * Files by SFTP, from those who can only send files: a folder for each of a provider's systems, a report beside each file. A file waits
 * sealed, under a key that is in memory alone, and is gone when it has been read.
 */
@NullMarked
package se.nollan.ingest.inbox;

import org.jspecify.annotations.NullMarked;
