/** Why a figure is what it is: from the cells as sent to the status, read back from the lake's tables. Writes nothing. */
package org.minsheng.explain;
