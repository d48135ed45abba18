/** Where: divisions by their codes, their history and their names. */
package org.minsheng.region;
