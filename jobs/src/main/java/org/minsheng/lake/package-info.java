/** The Delta tables in which the stages meet: schemas, keys, write rules and as-of reads. */
package org.minsheng.lake;
