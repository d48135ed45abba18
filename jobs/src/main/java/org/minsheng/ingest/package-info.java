/** The Spark stage from files as received to observations and rejects: which files there are, which are read, and what of them holds. */
package org.minsheng.ingest;
