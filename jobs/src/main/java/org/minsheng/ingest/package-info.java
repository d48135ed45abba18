/** From tables as sent to observations and rejects: layouts are data, read and checked without Spark. */
package org.minsheng.ingest;
