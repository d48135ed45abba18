/**
 * Files and folders on any file system of Hadoop: what comes in, what goes out, the lock's file, and hashes. What has to be
 * done otherwise on this machine's own disk than through Hadoop is known here and nowhere else.
 */
package org.minsheng.storage;
