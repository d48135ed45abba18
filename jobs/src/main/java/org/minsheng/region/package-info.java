/** Where: divisions by their GB/T 2260 codes, their history and their names. */
package org.minsheng.region;
