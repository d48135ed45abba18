/** A file and a layout to observations and rejects, each cell accounted for: no Spark. */
package org.minsheng.parse;
